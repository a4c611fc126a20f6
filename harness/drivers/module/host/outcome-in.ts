import type { Outcome } from '../../driver.ts'
import type { Reply } from './messages.ts'
import { fromWire } from './wire-value.ts'

/** The outcome that a host tells of, with the value that came beside it. */
export function outcomeIn(
  said: Extract<Reply, { kind: 'came-out' }>['outcome'],
  body: string,
): Outcome {
  if (said.kind !== 'answered') return said
  return { kind: 'answered', value: fromWire({ form: said.form, text: body }) }
}
