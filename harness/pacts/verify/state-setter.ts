import type { PactInteraction, PactProviderState } from '../../../contracts/pact-file.ts'

/** Brings a provider into the states that pacts ask for. */
export interface StateSetter {
  /** Why an interaction cannot be tried on this provider; undefined where it can. */
  cannotTry(interaction: PactInteraction): string | undefined
  /** Forgets what the interaction before has left. */
  begin(): Promise<void>
  /**
   * Sets one state and gives what stands in for the examples of the request.
   *
   * @throws Error saying why the provider cannot be brought into it
   */
  set(state: PactProviderState): Promise<Readonly<Record<string, string>>>
  /** Told of the body of every answer to an interaction, where it is JSON. */
  answered?(json: unknown): void
  /** Takes back whatever was made, last first. Never rejects. */
  close(): Promise<void>
}
