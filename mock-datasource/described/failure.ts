import type { Description } from '../../contracts/data-source/description.ts'
import type { Code, Errors } from '../../contracts/data-source/errors.ts'
import type { FailureDetails } from '../data-source-definition.ts'
import type { Reply } from '../http/reply.ts'
import type { Template } from './template.ts'
import { templatedReply } from './templated-reply.ts'

type Described = Description['errors']

/** Whole numbers of which codes that the table does not list are made. */
const MADE = { min: 30_000, max: 99_999 }

/** The errors of a description, with what each means. */
export function errorsOf({ table, roles, unlisted }: Described): Errors {
  const codes = Object.keys(table)
  const [usual = ''] = unlisted.codes
  const areIntegers = [...codes, ...unlisted.codes].every((code) => /^\d+$/.test(code))
  const found = Object.entries(table).map(([code, { http, message, means }]) => [
    code,
    { http, message, ...(means !== undefined && { means }) },
  ])
  return {
    table: Object.fromEntries(found),
    ofAnyCode: codes.filter((code) => table[code]?.means === undefined),
    roles: Object.fromEntries(Object.entries(roles).filter(([, code]) => code !== undefined)),
    usual: [...codes, usual],
    unlisted: {
      usual,
      telling: unlisted.codes,
      ...(areIntegers && { made: MADE }),
      http: unlisted.http,
    },
    codes: areIntegers ? 'integers' : 'texts',
  }
}

/** Writes errors as a description's API reports them. */
export function failureOf(template: Template, { unlisted }: Described, errors: Errors) {
  return (code: Code, details: FailureDetails = {}): Reply => {
    const listed = errors.table[code]
    const status = details.http ?? listed?.http ?? unlisted.http
    const message = details.message ?? listed?.message ?? `An error occurred: code ${code}`
    return templatedReply(template, status, details.headers ?? {}, {
      code: errors.codes === 'integers' ? Number(code) : code,
      message,
      http: status,
    })
  }
}
