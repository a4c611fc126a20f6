import { formsOf } from '../../../contracts/secrets/forms-of.ts'
import { maskOf, SecretMasker } from '../../../contracts/secrets/secret-masker.ts'
import type { GivenSecret } from './given-secrets.ts'

/** Masks what a user gives: of what is known to be a secret parts, too; of other texts the whole, and what a cut left. */
export function maskerOf(secrets: readonly GivenSecret[]): SecretMasker {
  const masker = new SecretMasker(maskOf)
  const forms = (isNamed: boolean) =>
    secrets.filter((each) => each.isNamed === isNamed).flatMap((secret) => formsOf(secret))
  masker.add(forms(true), true)
  masker.add(forms(false), false)
  return masker
}
