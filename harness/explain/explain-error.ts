import {
  ABC_CODES_OF_ANY_ERROR,
  ABC_ERROR_TABLE,
} from '../../contracts/abc-security-monitor/error-table.ts'
import type { Declarations } from '../../contracts/declarations.ts'
import type { ErrorTable } from '../../contracts/error-table.ts'
import type { JournalEntry } from '../../mock-datasource/index.ts'
import { isObject } from '../kit/answer.ts'
import { printable } from '../kit/printable.ts'
import type { ObservedCall } from './evidence.ts'

const LONGEST_MESSAGE = 120
/** What a gateway says that has nobody behind it (ERR-4). */
const GATEWAY = [502, 503, 504]

type Response = NonNullable<JournalEntry['response']>

/** What the API reported in an error's body. */
interface Reported {
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
  const response = answer?.exchanges.at(-1)?.response
  if (answer === undefined || response === undefined) return []
  const meant = meaningOf(response, errors)
  const { reading } = answer
  const code = reading.kind === 'failure' ? reading.envelope['code'] : undefined
  if (meant === undefined || meant.codes.some((each) => each === code)) return []
  return [`the API sent HTTP ${response.status} ${meant.words}`]
}

/** What a response stands for, where that is certain: the codes, and why. */
function meaningOf(response: Response, table: ErrorTable) {
  if (GATEWAY.includes(response.status) && response.body === '') {
    return {
      codes: ['service_unavailable'] as const,
      words: 'without a body, which stands for service_unavailable',
    }
  }
  const reported = reportIn(response)
  const mapped = reported && mappingOf(reported.code, table)
  if (mapped === undefined) return undefined
  const message = printable(reported?.message, LONGEST_MESSAGE)
  return {
    codes: mapped.codes,
    words: `with code ${reported?.code} (${message}), which ${mapped.words}`,
  }
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

function reportIn(response: Response): Reported | undefined {
  try {
    const body: unknown = JSON.parse(response.body)
    if (!isObject(body) || !Number.isInteger(body['code']) || body['code'] === 200) return undefined
    return { code: Number(body['code']), message: body['message'] }
  } catch {
    return undefined
  }
}
