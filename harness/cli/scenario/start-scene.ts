import { ControlError, type MockDataSource } from '../../../mock-datasource/index.ts'
import { type Scene, setScene } from '../../run/scenario/set-scene.ts'
import { unusable } from './read-scenario.ts'

/** Makes of a mock what a scenario says. @throws UsageError where it is none of this data source. */
export async function startScene(
  { control }: Pick<MockDataSource, 'control'>,
  scene: Scene,
  path: string,
): Promise<void> {
  try {
    await setScene(control, scene)
  } catch (error) {
    throw error instanceof ControlError ? unusable(path, error.message) : error
  }
}
