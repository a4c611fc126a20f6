import type { DescribedRole, Description } from '../../contracts/data-source/description.ts'
import type { Code, Errors } from '../../contracts/data-source/errors.ts'
import type { ErrorRole } from '../../contracts/data-source/roles.ts'
import type { FailureDetails } from '../data-source-definition.ts'
import type { Reply } from '../http/reply.ts'
import { mayHaveBody } from '../http/send.ts'
import type { Template } from './template.ts'
import { templatedReply } from './templated-reply.ts'

type Described = Description['errors']

/** Whole numbers of which codes that the table does not list are made. */
const MADE = { min: 30_000, max: 99_999 }

/** The errors of a description, with what each means. */
export function errorsOf({ table, roles, unlisted, known_by: knownBy }: Described): Errors {
  const codes = Object.keys(table)
  const [usual = ''] = unlisted.codes
  const areIntegers = [...codes, ...unlisted.codes].every((code) => /^\d+$/.test(code))
  const areStatuses = knownBy === 'status'
  const found = Object.entries(table).map(([code, { http, message, means, at }]) => [
    code,
    { http: http ?? Number(code), message, ...(means && { means }), ...(at && { at }) },
  ])
  const named = Object.entries(roles).map(([role, given]) => [role, codeOf(given)])
  return {
    table: Object.fromEntries(found),
    ofAnyCode: codes.filter((code) => table[code]?.means === undefined),
    roles: Object.fromEntries(named.filter(([, code]) => code !== undefined)),
    usual: [...codes, usual],
    unlisted: {
      usual,
      telling: unlisted.codes,
      ...(areIntegers && !areStatuses && { made: MADE }),
      http: areStatuses ? Number(usual) : unlisted.http,
    },
    codes: areStatuses ? 'statuses' : areIntegers ? 'integers' : 'texts',
  }
}

/** What the API says in some roles, where the table has another text, or status, for their code. */
export function detailsOf({
  roles,
}: Described): Readonly<Partial<Record<ErrorRole, FailureDetails>>> {
  const own = Object.entries(roles).flatMap(([role, given]) => {
    if (typeof given !== 'object') return []
    const { message, http } = given
    return [[role, { ...(message && { message }), ...(http && { http }) }]]
  })
  return Object.fromEntries(own)
}

/** The code of a role, which may have a message of its own. */
export function codeOf(role: DescribedRole | undefined): Code | undefined {
  return typeof role === 'object' ? role.code : role
}

/** Writes errors as a description's API reports them. */
export function failureOf(
  template: Template,
  { unlisted, known_by: knownBy }: Described,
  errors: Errors,
) {
  return (code: Code, details: FailureDetails = {}): Reply => {
    const listed = errors.table[code]
    const unknown = knownBy === 'status' ? Number(code) : unlisted.http
    const status = details.http ?? listed?.http ?? unknown
    const headers = details.headers ?? {}
    if (!mayHaveBody(status)) return { status, headers, body: [] }
    // Told by how the message begins, which whoever gives another must not take away.
    const told = knownBy === 'message' && listed !== undefined ? listed.message : undefined
    const own = details.message ?? listed?.message ?? `An error occurred: code ${code}`
    return templatedReply(template, status, headers, {
      code: errors.codes === 'texts' ? code : Number(code),
      message: told === undefined || own.startsWith(told) ? own : `${told}: ${own}`,
      http: status,
    })
  }
}
