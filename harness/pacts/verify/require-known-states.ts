import { ABC_PROVIDER_STATES } from '../../../contracts/abc-security-monitor/provider-states.ts'
import type { PactFile } from '../../../contracts/pact-file.ts'
import { UsageError } from '../../errors.ts'

/**
 * Sees that every state of a pact is one that can be set: the verifier itself would only warn of one that
 * is not, and go on without it.
 *
 * @param path how the pact is named
 * @throws UsageError naming the state
 */
export function requireKnownStates(path: string, pact: PactFile): void {
  const known: Readonly<
    Record<string, (typeof ABC_PROVIDER_STATES)[keyof typeof ABC_PROVIDER_STATES]>
  > = ABC_PROVIDER_STATES
  for (const { description, providerStates = [] } of pact.interactions) {
    for (const { name, params = {} } of providerStates) {
      const schema = Object.hasOwn(known, name) ? known[name] : undefined
      if (schema === undefined) {
        throw new UsageError(
          `${path}: "${description}" asks for the state "${name}", which nobody can set`,
          {
            hint: `The states are: ${Object.keys(known).join(', ')}.`,
          },
        )
      }
      const parsed = schema.safeParse(params)
      if (parsed.success) continue
      const [issue] = parsed.error.issues
      const place = issue?.path.join('.') ?? ''
      throw new UsageError(
        `${path}: "${description}" asks for "${name}" with parameters that it does not have: ${place} ${issue?.message}`,
      )
    }
  }
}
