import { type Router, text } from 'express'
import { Scenario } from '../../contracts/scenario.ts'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import { bodyOf } from './body-of.ts'
import type { Control } from './control.ts'
import { ControlError, parsed } from './control-error.ts'
import { scenarioOf, scenarioSource } from './scenario-of.ts'
import { setScene } from './set-scene.ts'

/** A scenario is long where it holds rows; of YAML it is one that somebody has written. */
const LONGEST_YAML = '256kb'

/** What the state is as a scenario, and from a scenario to a state. */
export function addScenario(
  router: Router,
  control: Control,
  definition: DataSourceDefinition,
  isBuiltIn: boolean,
): void {
  router.get('/scenario', (_request, response) => {
    response.json(scenarioOf(scenarioSource(definition, isBuiltIn), control.snapshot()))
  })
  const yaml = text({ type: 'application/yaml', limit: LONGEST_YAML })
  router.put('/scenario', yaml, async (request, response) => {
    const scenario = parsed(Scenario, await contentOf(bodyOf(request)), 'scenario')
    requireSame(scenario, definition)
    if (scenario.data !== undefined) {
      throw new ControlError('scenario: data: no file is read here; give the rows themselves')
    }
    const { version: _, data_source: __, data: ___, ...scene } = scenario
    const brought = await setScene(control, scene)
    const faults = brought.flatMap((each) => ('faults' in each ? each.faults : [each.added]))
    response.json({ success: true, faults })
  })
}

/** What reads YAML takes long to load, and few have it read here. */
async function contentOf(body: unknown): Promise<unknown> {
  if (typeof body !== 'string') return body
  const { readDescription } = await import('../described/read-description.ts')
  const read = readDescription(body)
  if ('value' in read) return read.value
  throw new ControlError(`scenario: ${read.problem}`)
}

/** A file is named by a path, of which nobody knows here what it leads to. */
function requireSame(
  { data_source: own }: Scenario,
  { name, aliases = [] }: DataSourceDefinition,
): void {
  const meant = typeof own === 'string' ? own : own?.['name']
  if (typeof meant !== 'string' || /[/\\.]/.test(meant)) return
  const word = meant.toLowerCase().replaceAll('_', '-')
  if (word === name || aliases.includes(word)) return
  throw new ControlError(`scenario: it is of ${meant}, and this is a mock of ${name}`)
}
