import type { PactFile } from '../../contracts/pact-file.ts'
import type { GivenSecret } from '../engine/secrets/given-secrets.ts'
import { Placeholders, placeholdersLeft, waysToGive } from '../engine/secrets/placeholders.ts'
import { UsageError } from '../errors.ts'
import { visible } from '../text/visible.ts'

/**
 * A pact with secrets in the place of the placeholders that `--record-pact` has written.
 *
 * @throws UsageError that asks by name for those that are not given.
 */
export function fillInSecrets(
  path: string,
  pact: PactFile,
  secrets: readonly GivenSecret[],
): PactFile {
  const filled = new Placeholders(secrets).fillIn(pact)
  const missing = placeholdersLeft(filled)
  if (missing.length === 0) return filled
  throw new UsageError(
    visible(`${path} was recorded with ${missing.join(', ')}, which is secret and not kept`),
    { hint: visible(`Give it again, with ${waysToGive(missing)}.`) },
  )
}
