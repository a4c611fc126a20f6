import type { Mode } from '../../contracts/data-source/mode.ts'
import type { Method } from '../../contracts/method.ts'
import type { DataSourceDefinition, Route } from '../data-source-definition.ts'
import { type DefinitionProblem, quoted, twiceAmong } from './problem.ts'

type Asked = Pick<DataSourceDefinition, 'modes' | 'methods' | 'operations' | 'routes' | 'states'>

/** Without these no connector could give rows. */
const NEEDED: Readonly<Record<Mode, readonly Method[]>> = {
  asynchronous: ['query', 'status', 'results'],
  synchronous: ['results'],
}

/** Operations that nobody can reach, or that two lead to; methods that ask what is not there. */
export function* operationProblems(definition: Asked): Generator<DefinitionProblem> {
  yield* modeProblems(definition)
  yield* methodProblems(definition)
  yield* sharedPaths(definition)
  yield* routeProblems(definition)
}

function* modeProblems({ modes, methods, states }: Asked): Generator<DefinitionProblem> {
  for (const mode of twiceAmong(modes)) {
    yield { place: 'modes', found: `names ${quoted(mode)} twice` }
  }
  for (const mode of modes) {
    const missing = NEEDED[mode].filter((method) => methods[mode]?.[method] === undefined)
    for (const method of missing) {
      yield { place: `methods.${mode}.${method}`, found: 'is missing' }
    }
  }
  for (const mode of Object.keys(methods)) {
    if (modes.some((each) => each === mode)) continue
    yield { place: `methods.${mode}`, found: `${quoted(mode)} is not in modes`, allowed: modes }
  }
  if (modes.includes('asynchronous') && !states.some(({ means }) => means === 'COMPLETED')) {
    yield { place: 'states', found: 'none means COMPLETED, though the data source is asynchronous' }
  }
  for (const word of twiceAmong(states.map((state) => state.word))) {
    yield { place: 'states', found: `${quoted(word)} is there twice` }
  }
}

function* methodProblems({ methods, operations }: Asked): Generator<DefinitionProblem> {
  const allowed = Object.keys(operations)
  for (const [mode, ofMode] of Object.entries(methods)) {
    for (const [method, operation] of Object.entries(ofMode)) {
      if (allowed.includes(operation)) continue
      const found = `${quoted(operation)} is not in operations`
      yield { place: `methods.${mode}.${method}`, found, allowed }
    }
  }
}

function* sharedPaths({ operations }: Asked): Generator<DefinitionProblem> {
  const first = new Map<string, string>()
  for (const [name, { method, path }] of Object.entries(operations)) {
    const address = addressOf(method, path)
    const other = first.get(address)
    if (other === undefined) first.set(address, name)
    else yield { place: `operations.${name}`, found: `${method} ${path} is that of ${other} too` }
  }
}

function* routeProblems({ operations, routes }: Asked): Generator<DefinitionProblem> {
  const served = routes.flatMap(operationsOf)
  for (const { operation, place } of served) {
    if (Object.hasOwn(operations, operation)) continue
    const found = `${quoted(operation)} is not in operations`
    yield { place, found, allowed: Object.keys(operations) }
  }
  for (const [name, { method, path }] of Object.entries(operations)) {
    const own = served.filter(({ operation }) => operation === name)
    const place = `operations.${name}`
    if (own.length === 0) yield { place, found: 'has no route' }
    else if (!own.some(({ address }) => address === addressOf(method, path))) {
      yield { place, found: `${method} ${path} is not where its route is, ${own[0]?.shown}` }
    }
  }
}

function operationsOf({ path, methods }: Route) {
  return Object.entries(methods).flatMap(([method, { operation }]) =>
    operation === undefined
      ? []
      : [
          {
            operation,
            place: `routes.${method} ${path}`,
            shown: `${method} ${path}`,
            address: addressOf(method, path),
          },
        ],
  )
}

/** Method and path, whatever the parts of the path are called, as an operation or as a route writes it. */
function addressOf(method: string, path: string): string {
  const steps = path.split('/').map((step) => (/^(?::|\*|\{)/.test(step) ? '{}' : step))
  return `${method} ${steps.join('/')}`
}
