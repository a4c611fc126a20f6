import {
  ABC_CODES_OF_ANY_ERROR,
  ABC_ERROR_TABLE,
} from '../../../contracts/abc-security-monitor/error-table.ts'
import type { Declarations } from '../../../contracts/declarations.ts'
import type { ErrorTable } from '../../../contracts/error-table.ts'
import type { JournalEntry } from '../../../mock-datasource/index.ts'
import { isObject } from '../answer.ts'
import { printable } from '../printable.ts'
import type { ObservedCall } from './evidence.ts'

const LONGEST_MESSAGE = 120

/** What the API reported in an error's body. */
interface Reported {
  readonly status: number
  readonly code: number
  readonly message: unknown
}

/**
 * Where the latest call ended in an error of the API and did not come out as the table has it: what the API
 * sent, and what the table makes of that. Empty otherwise, also where any code is accepted (ERR-2).
 */
export function explainError(
  calls: readonly ObservedCall[],
  { errors = ABC_ERROR_TABLE }: Pick<Declarations, 'errors'>,
): readonly string[] {
  const answer = calls.at(-1)?.answer
  const reported = reportIn(answer?.exchanges.at(-1)?.response)
  if (answer === undefined || reported === undefined) return []
  const mapped = mappingOf(reported.code, errors)
  if (mapped === undefined) return []
  const { reading } = answer
  const code = reading.kind === 'failure' ? reading.envelope['code'] : undefined
  if (mapped.codes.some((each) => each === code)) return []
  const { status, message } = reported
  return [
    `the API sent HTTP ${status} with code ${reported.code} (${printable(message, LONGEST_MESSAGE)}), which ${mapped.words}`,
  ]
}

function mappingOf(code: number, table: ErrorTable) {
  const codes = table[code]
  if (codes !== undefined) return { codes, words: `the table maps to ${codes.join(' or ')}` }
  if (ABC_CODES_OF_ANY_ERROR.includes(code)) return undefined
  return {
    codes: ['unknown'] as const,
    words: 'the table does not list, so that it is to be unknown',
  }
}

function reportIn(response: JournalEntry['response']): Reported | undefined {
  if (response === undefined) return undefined
  try {
    const body: unknown = JSON.parse(response.body)
    if (!isObject(body) || !Number.isInteger(body['code']) || body['code'] === 200) return undefined
    return { status: response.status, code: Number(body['code']), message: body['message'] }
  } catch {
    return undefined
  }
}
