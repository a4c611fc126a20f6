import type { Scenario } from '../../contracts/scenario.ts'
import type { Row } from '../engine/row.ts'
import type { PartialSettings } from '../engine/settings.ts'
import type { Fault } from '../faults/fault-in-force.ts'
import type { FaultSpec } from '../faults/fault-spec.ts'
import type { RecipeSpec } from '../recipes/prepare.ts'
import type { AppliedRecipe, Control } from './control.ts'
import { ControlError } from './control-error.ts'

/** A scenario with the rows of the file that it names, where it names one. */
export interface Scene extends Omit<Scenario, 'version' | 'data_source' | 'data'> {
  readonly data?: readonly Row[]
}

/** What has been brought about of a scenario: a recipe, or a fault. */
export type BroughtAbout = AppliedRecipe | { readonly added: Fault }

/**
 * Makes of a mock what a scenario says, with the accounts that it has. Throws a ControlError where the scenario is none of
 * its data source; what has been done by then stays.
 */
export async function setScene(control: Control, scene: Scene): Promise<readonly BroughtAbout[]> {
  const { state, searches = [], happens = [] } = scene
  if (state === undefined) control.patchSettings(settingsOf(scene, control))
  else restore(control, state)
  for (const search of searches) await control.createSearch(search)
  return happens.map((each, place) => {
    try {
      return bringAbout(control, each)
    } catch (error) {
      if (!(error instanceof ControlError)) throw error
      throw new ControlError(`happens.${place}: ${error.message}`)
    }
  })
}

function bringAbout(control: Control, each: object): BroughtAbout {
  if ('recipe' in each) return control.applyRecipe(each as RecipeSpec)
  return { added: control.addFault(each as FaultSpec) }
}

function restore(control: Control, state: Readonly<Record<string, unknown>>): void {
  const { accounts } = control.settings()
  control.restore({ ...state, settings: { ...Object(state['settings']), accounts } })
}

function settingsOf({ settings = {}, rows, data }: Scene, control: Control): PartialSettings {
  const { page_size: maxPageSize, progress = 'polls:1', ending, ids, seed } = settings
  const [by, amount] = progress.split(':')
  return {
    maxPageSize,
    ending,
    ids,
    seed,
    progress:
      by === 'ms'
        ? { by: 'clock', milliseconds: Number(amount) }
        : { by: 'polls', polls: Number(amount) },
    dataSet: dataSetOf(rows ?? data, seed ?? control.settings().seed),
  }
}

function dataSetOf(
  rows: number | readonly Row[] | undefined,
  seed: number,
): PartialSettings['dataSet'] {
  if (rows === undefined) return undefined
  return typeof rows === 'number' ? { rows, seed } : { data: [...rows] }
}
