import type { FailureEnvelope } from '../../contracts/envelopes.ts'
import { ConnectorFailure } from './connector-failure.ts'
import { readableText } from './readable-text.ts'

/**
 * The failure envelope of anything that was thrown: a method answers, whatever happens (ENV-1).
 *
 * @param mask takes the secrets out of a text (SEC-1)
 */
export function failureEnvelope(thrown: unknown, mask: (text: string) => string): FailureEnvelope {
  const code = thrown instanceof ConnectorFailure ? thrown.code : 'unknown'
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return { success: false, error: readableText(mask(message)) || 'unknown reason', code }
}
