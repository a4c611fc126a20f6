import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { Code } from '../../contracts/data-source/errors.ts'
import type { SeenResponse } from '../../contracts/data-source/exchange.ts'
import { isMeantAt, meansOf } from '../../contracts/data-source/means-of.ts'
import type { Declarations } from '../../contracts/declarations.ts'
import type { ErrorTable } from '../../contracts/error-table.ts'
import { printable } from '../kit/printable.ts'
import type { ObservedCall } from './evidence.ts'

const LONGEST_MESSAGE = 120
/** What a gateway says that has nobody behind it (ERR-4). */
const GATEWAY = [502, 503, 504]

/**
 * Where the latest call ended in an error of the API and did not come out as the table has it: what the API
 * sent, and what the table makes of that. Empty otherwise, also where any code is accepted (ERR-2).
 */
export function explainError(
  calls: readonly ObservedCall[],
  source: DataSource,
  { errors }: Pick<Declarations, 'errors'>,
): readonly string[] {
  const answer = calls.at(-1)?.answer
  const { response, operation } = answer?.exchanges.at(-1) ?? {}
  if (answer === undefined || response === undefined) return []
  const meant = meaningOf({ response, operation }, source, meansOf(source, errors))
  const { reading } = answer
  const code = reading.kind === 'failure' ? reading.envelope['code'] : undefined
  if (meant === undefined || meant.codes.some((each) => each === code)) return []
  return [`the API sent HTTP ${response.status} ${meant.words}`]
}

/** What a response stands for, where that is certain: the codes, and why. */
function meaningOf(
  {
    response,
    operation,
  }: { readonly response: SeenResponse; readonly operation: string | undefined },
  source: DataSource,
  table: ErrorTable,
) {
  if (GATEWAY.includes(response.status) && response.body === '') {
    return {
      codes: ['service_unavailable'] as const,
      words: 'without a body, which stands for service_unavailable',
    }
  }
  const reported = source.reads.error(response)
  if (reported === undefined) return undefined
  const { code, message } = reported
  const mapped = mappingOf(code, source, table)
  if (mapped === undefined || !isMeantAt(source, code, operation)) return undefined
  const words = `with code ${code} (${printable(message, LONGEST_MESSAGE)}), which ${mapped.words}`
  return { codes: mapped.codes, words }
}

function mappingOf(code: Code, { errors }: DataSource, table: ErrorTable) {
  const codes = table[code]
  if (codes !== undefined) return { codes, words: `the table maps to ${codes.join(' or ')}` }
  if (errors.ofAnyCode.includes(code)) return undefined
  return {
    codes: ['unknown'] as const,
    words: 'the table does not list, so that it is to be unknown',
  }
}
