import type { Description } from '../../contracts/data-source/description.ts'
import type { Code, Errors } from '../../contracts/data-source/errors.ts'
import type { Queries } from '../../contracts/data-source/queries.ts'
import type { ErrorRole } from '../../contracts/data-source/roles.ts'
import type { FailureDetails } from '../data-source-definition.ts'
import { Refusal } from '../refusal.ts'
import { schemeOf } from './authentication/index.ts'
import { logInOf } from './authentication/log-in-of.ts'
import type { Scheme } from './authentication/scheme.ts'
import { BODIES } from './bodies/index.ts'
import { detailsOf, errorsOf } from './failure.ts'
import type { GuardedHooks } from './hooks/guarded-hooks.ts'
import { jsonByHooks } from './hooks/hook-bodies.ts'
import { pagedIn } from './modes.ts'
import { mostRowsOf, pagingStyleOf } from './paging/index.ts'
import type { PagingStyle } from './paging/paging-style.ts'
import { queriesOf } from './queries.ts'
import { statesOf, type ToldState } from './states.ts'
import { type Template, templateOf } from './template.ts'

/** What a description comes to, once and for all its requests. */
export interface Parts {
  readonly description: Description
  readonly hooks: GuardedHooks
  readonly scheme: Scheme
  readonly paging: PagingStyle
  /** The parameters by which pages are asked for. */
  readonly pagingNames: readonly string[]
  readonly queries: Queries
  /** The most rows of a page; absent where the API sets no bound. */
  readonly mostRows: number | undefined
  readonly errors: Errors
  /** What is said in some roles, where the table says something else of their code. */
  readonly details: Readonly<Partial<Record<ErrorRole, FailureDetails>>>
  /** The bodies of successes, by operation; those that have none are absent. */
  readonly answers: Readonly<Record<string, Template>>
  /** The body of every error. */
  readonly errorBody: Template
  /** The operations that give pages. */
  readonly paged: readonly string[]
  readonly states: readonly ToldState[]
}

export function partsOf(description: Description, hooks: GuardedHooks): Parts {
  const formats = { ...BODIES, json: jsonByHooks(hooks, description.body_type) }
  const { authentication, paging, errors, operations, beside, statuses, bodies } = description
  const answers = Object.entries({ ...operations, ...beside }).flatMap(([name, operation]) =>
    operation?.answer === undefined
      ? []
      : [[name, templateOf(operation.answer, formats[operation.as ?? bodies])]],
  )
  const byKey = logInOf(authentication)
  const logIn = byKey && templateOf(byKey.answer, formats[byKey.as ?? bodies])
  const style = pagingStyleOf(paging, description.row, hooks)
  const { place, token, limit } = style.facts.words
  const pagingNames = [place, token, limit].filter((name) => name !== undefined)
  return {
    description,
    hooks,
    scheme: schemeOf(authentication, hooks),
    paging: style,
    pagingNames,
    queries: queriesOf(description.query, pagingNames),
    mostRows: mostRowsOf(paging),
    errors: errorsOf(errors),
    details: detailsOf(errors),
    answers: { ...Object.fromEntries(answers), ...(logIn && { [LOG_IN]: logIn }) },
    errorBody: templateOf(errors.body, formats[errors.as ?? bodies]),
    paged: pagedIn(description),
    states: statesOf(statuses),
  }
}

/** The operation that a scheme's log-in is. */
export const LOG_IN = 'log_in'

/** What a client asks that the API does not have. */
const UNEXPECTED: readonly ErrorRole[] = ['no_such_resource', 'bad_parameter']

/** The error with this role, or where the API has none of its own for it, the general one. */
export function refusalFor(
  { errors, details: ofRoles }: Parts,
  role: ErrorRole,
  details?: FailureDetails,
): Refusal {
  const code: Code = errors.roles[role] ?? errors.roles.general ?? errors.unlisted.usual
  const own = ofRoles[role]
  const said = own === undefined ? details : { ...own, ...details }
  return new Refusal(code, said, false, UNEXPECTED.includes(role))
}
