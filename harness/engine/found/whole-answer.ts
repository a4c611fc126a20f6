import type { Answer } from '../../kit/answer.ts'
import { describeAnswer } from '../../kit/expectations.ts'
import type { SecretFinder } from '../../kit/secrets.ts'
import { visible } from '../../text/visible.ts'

/** What a connector answers, whole and without credentials: whoever has to mend a refusal needs all of it. */
export function wholeAnswer(
  answer: Answer,
  { secrets }: { readonly secrets: Pick<SecretFinder, 'mask'> },
): string {
  const { reading } = answer
  const text =
    reading.kind === 'failure' || reading.kind === 'success' ? jsonOf(reading.envelope) : undefined
  return secrets.mask(text === undefined ? describeAnswer(answer) : visible(text))
}

/** Undefined for what JSON cannot write. */
function jsonOf(envelope: unknown): string | undefined {
  try {
    return JSON.stringify(envelope)
  } catch {
    return undefined
  }
}
