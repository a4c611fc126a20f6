import type { Paging } from '../../contracts/data-source/paging.ts'
import { ERROR_ROLES, type ErrorRole } from '../../contracts/data-source/roles.ts'
import { logInsOf } from '../../contracts/data-source/serving.ts'
import { statesOf } from '../../contracts/data-source/states-of.ts'
import type { Capabilities } from './capabilities.ts'

/** What a check needs to say anything: of the connector, of its declarations, or of the data source. */
export type Need =
  | ErrorRole
  | 'asynchronous'
  | 'synchronous'
  | 'delete'
  | 'https'
  | 'metadata'
  | 'result_limit'
  | 'free text'
  | 'two pages'
  | 'page anomalies'
  | 'any id'
  | 'an unknown status'
  | 'a running state'
  | 'an unlisted code'
  | 'a log-in'

/** Gives the reason where what is needed is not there. */
type Lack = (capabilities: Capabilities) => string | undefined

/** Styles in which nothing leads to a second page. */
const ONE_PAGE: Readonly<Partial<Record<Paging['style'], string>>> = {
  whole: 'gives every result whole',
  limit: 'gives every result in one page, and has no way on from it',
}

/** The roles of errors, as they stand behind "no error that means". */
const ROLE_WORDS: Readonly<Record<ErrorRole, string>> = {
  unauthenticated: 'wrong credentials',
  forbidden: 'not permitted',
  too_many: 'too many requests',
  no_such_search: 'no such search',
  running: 'a search still running',
  bad_parameter: 'a bad parameter',
  bad_query: 'a query that cannot be read',
  unavailable: 'out of service',
  general: 'an error of its own',
  no_such_resource: 'no such resource',
}

const LACKS: Readonly<Record<Exclude<Need, ErrorRole>, Lack>> = {
  asynchronous: ({ mode }) => unless(mode === 'asynchronous', 'the connector is synchronous'),
  synchronous: ({ mode }) => unless(mode === 'synchronous', 'the connector is asynchronous'),
  delete: lackOfDelete,
  https: ({ scheme }) => unless(scheme === 'https', 'the data source speaks plain HTTP'),
  metadata: ({ withoutMetadata }) => withoutMetadata,
  result_limit: ({ declarations }) =>
    unless(declarations.result_limit, 'its author does not declare `result_limit`'),
  'free text': ({ source: { query, title } }) =>
    unless(query.with !== undefined, `no query of ${title} holds free text`),
  'two pages': ({ source: { paging, title } }) =>
    ONE_PAGE[paging.style] && `${title} ${ONE_PAGE[paging.style]}`,
  'page anomalies': ({ source: { paging } }) =>
    unless(paging.anomalies.length > 0, 'its paging leaves no room for a wrong page'),
  'any id': ({ source: { ids, title } }) => unless(ids.anyText, `${title} gives ids of one form`),
  'an unknown status': ({ source: { writes, title } }) =>
    unless(writes.status !== undefined, `${title} tells a status by several members together`),
  'a running state': ({ source }) =>
    unless(statesOf(source).running.length > 0, `${source.title} has no state of a running search`),
  'a log-in': ({ source }) => unless(logInsOf(source).length > 0, `${source.title} has no log-in`),
  'an unlisted code': ({ source: { errors, title } }) =>
    unless(
      errors.unlisted.telling.length > 0 || errors.unlisted.made !== undefined,
      `${title} has no code beyond its table`,
    ),
}

/** The first of these needs that is not met, as the reason why a check says nothing; undefined where all are. */
export function missing(needs: readonly Need[], capabilities: Capabilities): string | undefined {
  for (const need of needs) {
    const lack = isRole(need) ? lackOfRole(need, capabilities) : LACKS[need](capabilities)
    if (lack !== undefined) return lack
  }
  return undefined
}

function lackOfRole(role: ErrorRole, { source }: Capabilities): string | undefined {
  const has = source.errors.roles[role] !== undefined
  return unless(has, `${source.title} has no error that means ${ROLE_WORDS[role]}`)
}

/** What its author declares of a connector goes before what the data source can do. */
function lackOfDelete({ declarations, source, mode }: Capabilities): string | undefined {
  if (declarations.delete !== 'reaches') {
    return 'its author declares that the data source cannot delete'
  }
  const operation = source.methods[mode]?.delete
  return unless(operation !== undefined, `${source.title} has no operation that deletes a search`)
}

function isRole(need: Need): need is ErrorRole {
  return (ERROR_ROLES as readonly Need[]).includes(need)
}

function unless(met: boolean, reason: string): string | undefined {
  return met ? undefined : reason
}
