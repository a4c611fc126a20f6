import type { PactInteraction } from '../../../contracts/pact-file.ts'

/** What a pact says of one kind of request: a method on a path. */
export interface Asked {
  /** For instance `GET /api/v1/searches/{search_id}`. */
  readonly request: string
  /** By lower-case name, each with whether every request has it. */
  readonly headers: ReadonlyMap<string, boolean>
  readonly parameters: ReadonlyMap<string, boolean>
  /** Members of the JSON body. */
  readonly members: ReadonlyMap<string, boolean>
  /** What may come of it, e.g. `200` or `404 with code 1002`. */
  readonly outcomes: ReadonlySet<string>
}

/** Groups the interactions of a pact by what is asked. */
export function askedIn(interactions: readonly PactInteraction[]): ReadonlyMap<string, Asked> {
  const groups = Map.groupBy(interactions, requestOf)
  return new Map([...groups].map(([request, group]) => [request, askedOf(request, group)]))
}

function askedOf(request: string, group: readonly PactInteraction[]): Asked {
  return {
    request,
    headers: namesIn(group.map(({ request: { headers = {} } }) => Object.keys(headers).map(lower))),
    parameters: namesIn(group.map(({ request: { query = {} } }) => Object.keys(query))),
    members: namesIn(group.map(({ request: { body } }) => membersOf(body?.content))),
    outcomes: new Set(group.map(outcomeOf)),
  }
}

/** What a state puts into the path has no name but the state's: `{search_id}`. */
function requestOf({ request: { method, path, generators = {} } }: PactInteraction): string {
  const byState = expressionIn(generators['path'])
  const template = byState?.replaceAll(/\$\{(\w+)\}/g, '{$1}')
  return `${method} ${template ?? path}`
}

function expressionIn(generator: unknown): string | undefined {
  const isObject = typeof generator === 'object' && generator !== null
  if (!isObject || !('expression' in generator)) return undefined
  return typeof generator.expression === 'string' ? generator.expression : undefined
}

function namesIn(lists: readonly (readonly string[])[]): ReadonlyMap<string, boolean> {
  const all = new Set(lists.flat())
  return new Map(
    [...all].sort().map((name) => [name, lists.every((names) => names.includes(name))]),
  )
}

function membersOf(content: unknown): readonly string[] {
  const isObject = typeof content === 'object' && content !== null && !Array.isArray(content)
  if (!isObject) return content === undefined ? [] : ['(a body that is no object)']
  return Object.entries(content).map(([name, value]) => `${name} (${typeOf(value)})`)
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function outcomeOf({ response: { status, body } }: PactInteraction): string {
  const content = body?.content
  const code =
    typeof content === 'object' && content !== null && 'code' in content ? content.code : undefined
  return code === undefined || code === 200 ? `${status}` : `${status} with code ${code}`
}

function lower(name: string): string {
  return name.toLowerCase()
}
