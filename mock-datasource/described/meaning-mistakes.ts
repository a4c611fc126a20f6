import type { Description } from '../../contracts/data-source/description.ts'
import type { Mode } from '../../contracts/data-source/mode.ts'
import { bodyMistakes } from './body-mistakes.ts'
import { connectionMistakes } from './connection-mistakes.ts'
import { errorMistakes } from './error-mistakes.ts'
import { MEMBERS } from './members.ts'
import type { Mistake } from './mistake.ts'
import { modesOf, operationsIn, pagedIn, statusGivesRows } from './modes.ts'
import { mostRowsOf, pagingStyleOf } from './paging/index.ts'
import { LOG_IN } from './parts.ts'
import { placeholderMistakes } from './placeholder-mistakes.ts'
import { stateMistakes } from './state-mistakes.ts'
import { placeholdersIn } from './template.ts'
import { travelMistakes } from './travel-mistakes.ts'

type Operations = Description['operations']
type Name = keyof Operations

/** Operations about one search, which their paths name. */
const OF_A_SEARCH: readonly Name[] = ['status', 'results', 'delete']

/** Where the parts of a description contradict each other, or leave something open that is asked of them. */
export function mistakesOfMeaning(description: Description): Mistake[] {
  return [
    ...operationMistakes(description),
    ...servingMistakes(description),
    ...stateMistakes(description),
    ...errorMistakes(description),
    ...rowMistakes(description),
    ...connectionMistakes(description),
    ...credentialMistakes(description),
    ...pagingMistakes(description),
    ...vitalMistakes(description),
    ...placeholderMistakes(description),
    ...bodyMistakes(description),
    ...travelMistakes(description),
  ]
}

function* operationMistakes(description: Description): Generator<Mistake> {
  const { operations } = description
  const modes = modesOf(description)
  const allowed = [...new Set(modes.flatMap(operationsIn))]
  for (const mode of modes) yield* missingOperations(mode, description)
  for (const name of Object.keys(operations) as Name[]) {
    const place = `operations.${name}`
    if (!allowed.includes(name)) {
      yield { place, found: `is none of mode ${modes.join(' or ')}`, allowed }
    }
    yield* idMistakes(name, description)
  }
  yield* besideMistakes(description)
}

/** An operation about a search has one place that names it: its path, or another that `id` tells. */
function* idMistakes(name: Name, { operations }: Description): Generator<Mistake> {
  const { path = '', id } = operations[name] ?? {}
  const place = `operations.${name}`
  const inPath = path.includes('{id}')
  if (!OF_A_SEARCH.includes(name)) {
    const found = 'and there is no search yet'
    if (inPath) yield { place: `${place}.path`, found: `holds {id}, ${found}` }
    if (id !== undefined) yield { place: `${place}.id`, found: `names a search, ${found}` }
  } else if (inPath && id !== undefined) {
    yield { place: `${place}.id`, found: 'names the search, as {id} in path does' }
  } else if (!inPath && id === undefined) {
    yield { place: `${place}.path`, found: 'does not hold {id}, the id of the search' }
  }
}

function* missingOperations(mode: Mode, description: Description): Generator<Mistake> {
  for (const name of operationsIn(mode)) {
    const isNeeded = name !== 'delete' && !(name === 'results' && statusGivesRows(description))
    if (isNeeded && description.operations[name] === undefined) {
      yield { place: `operations.${name}`, found: `is missing, though mode is ${mode}` }
    }
  }
}

/** One operation may answer two methods: that for the status, which may give the rows too. */
function* servingMistakes({ operations }: Description): Generator<Mistake> {
  for (const [name, operation] of Object.entries(operations)) {
    const { serves } = operation ?? {}
    if (serves === undefined) continue
    const place = `operations.${name}.serves`
    if (name !== 'status') yield { place, found: 'only operation status can serve another method' }
    else if (!serves.includes('status') || !serves.includes('results')) {
      yield { place, found: 'must name status and results' }
    } else if (operations.results !== undefined) {
      yield { place, found: 'names results, for which there is an operation of its own' }
    }
  }
}

function* besideMistakes({ operations, beside }: Description): Generator<Mistake> {
  for (const name of Object.keys(beside)) {
    if (name === LOG_IN || name in operations) {
      yield { place: `beside.${name}`, found: 'is the name of an operation' }
    }
    if (beside[name]?.path.includes('{id}')) {
      yield { place: `beside.${name}.path`, found: 'holds {id}, and is about no search' }
    }
  }
  yield* sharedPaths({ operations, beside })
}

function* sharedPaths(groups: Pick<Description, 'operations' | 'beside'>): Generator<Mistake> {
  const first = new Map<string, string>()
  for (const [group, operations] of Object.entries(groups)) {
    for (const [name, operation] of Object.entries(operations)) {
      if (operation === undefined) continue
      const address = `${operation.method} ${operation.path}`
      const other = first.get(address)
      if (other === undefined) first.set(address, name)
      else yield { place: `${group}.${name}`, found: `${address} is that of ${other} too` }
    }
  }
}

function* rowMistakes({ row }: Description): Generator<Mistake> {
  for (const member of ['key', 'time'] as const) {
    const field = row[member]
    if (field === undefined || row.fields.includes(field)) continue
    const found = `${JSON.stringify(field)} is not in row.fields`
    yield { place: `row.${member}`, found, written: field, allowed: row.fields }
  }
}

function* credentialMistakes({ credentials, authentication }: Description): Generator<Mistake> {
  const given = new Set(placeholdersIn(credentials).map(({ name }) => name))
  const known = Object.keys(MEMBERS)
  const shown = membersShown(authentication, given).filter((name) => known.includes(name))
  for (const name of new Set(shown)) {
    if (given.has(name)) continue
    yield { place: 'credentials', found: `{{${name}}} is missing, which the connector has to show` }
  }
  for (const name of given) {
    if (shown.includes(name) || !known.includes(name)) continue
    yield { place: 'credentials', found: `{{${name}}} is nothing that authentication shows` }
  }
}

function membersShown(
  authentication: Description['authentication'],
  given: ReadonlySet<string>,
): readonly string[] {
  const namesIn = (value: unknown) => placeholdersIn(value).map(({ name }) => name)
  switch (authentication.scheme) {
    case 'basic':
      return ['username', 'password']
    case 'oauth-client-credentials':
      return ['client_id', 'client_secret']
    case 'hook':
      return [...given]
    case 'header':
      return namesIn(authentication.value)
    case 'log-in':
      return [...namesIn(authentication.send), ...namesIn(authentication.value)]
  }
}

function* pagingMistakes(description: Description): Generator<Mistake> {
  const { paging, row } = description
  const tells = placeholdersIn(row.as).some(({ name, whole }) => whole && name === 'sort')
  if (paging.style === 'search-after' && !tells) {
    yield {
      place: 'row.as',
      found: '{{sort}} is missing, which paging style search-after needs',
    }
  }
  for (const paged of pagedIn(description)) yield* untoldMistakes(paged, description)
}

/** What pages in this style have to tell. */
function* untoldMistakes(
  paged: Name,
  { paging, operations, row }: Description,
): Generator<Mistake> {
  const operation = operations[paged]
  const names = placeholdersIn(operation?.answer).map(({ name }) => name)
  const bounded = mostRowsOf(paging) !== undefined
  for (const name of operation === undefined ? [] : pagingStyleOf(paging, row).needed) {
    if (names.includes(name)) continue
    const why =
      name === 'size' && bounded ? ', since most_rows makes it another than was asked' : ''
    const found = `{{${name}}} is missing, which paging style ${paging.style} needs${why}`
    yield { place: `operations.${paged}.answer`, found }
  }
}

/** The placeholder that a method's answer is about. */
const ABOUT = { query: 'id', status: 'status', results: 'rows' } as const

function* vitalMistakes(description: Description): Generator<Mistake> {
  const { operations, vital } = description
  const [results = 'results'] = pagedIn(description)
  const operationOf = { query: 'create', status: 'status', results } as const
  for (const method of ['query', 'status', 'results'] as const) {
    const named = vital[method]
    if (named === undefined) continue
    const answer = operations[operationOf[method]]?.answer
    const allowed = placeholdersIn(answer)
      .filter(({ name, whole }) => whole && name === ABOUT[method])
      .map(({ way }) => way.join('.'))
    if (allowed.includes(named)) continue
    const found = `${JSON.stringify(named)} does not hold {{${ABOUT[method]}}}`
    yield { place: `vital.${method}`, found, written: named, allowed }
  }
}
