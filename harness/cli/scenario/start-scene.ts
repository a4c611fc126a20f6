import {
  ControlError,
  type MockDataSource,
  type Scene,
  setScene,
} from '../../../mock-datasource/index.ts'
import { SecretFinder } from '../../kit/secrets.ts'
import { unusable } from './read-scenario.ts'

/** Makes of a mock what a scenario says. @throws UsageError where it is none of this data source. */
export async function startScene(
  { control }: Pick<MockDataSource, 'control'>,
  scene: Scene,
  path: string,
): Promise<void> {
  try {
    await setScene(control, new SecretFinder(() => control.secrets()).fillIn(scene))
  } catch (error) {
    throw error instanceof ControlError ? unusable(path, error.message) : error
  }
}
