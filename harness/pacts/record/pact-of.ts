import { ABC_PROVIDER } from '../../../contracts/abc-security-monitor/provider-states.ts'
import type { PactFile, PactInteraction } from '../../../contracts/pact-file.ts'
import type { Footprint } from './footprint.ts'
import { interactionOf } from './interaction-of.ts'

/** What a recorded pact says beside its interactions, under `metadata.connectorContract`. */
export interface RecordedBy {
  readonly seed: number
  readonly runs: number
}

/**
 * A connector's footprint as a pact: what it asks of the data source, and what it makes of the answers.
 *
 * @param consumer what the pact calls the connector
 */
export function pactOf(footprint: Footprint, consumer: string, by: RecordedBy): PactFile {
  return {
    consumer: { name: consumer },
    provider: { name: ABC_PROVIDER },
    interactions: toldApart(Object.values(footprint.exchanges).map(interactionOf)),
    metadata: {
      pactSpecification: { version: '4.0' },
      connectorContract: { ...by, requestsPerCall: footprint.requests },
    },
  }
}

/** Where requests differ by their headers alone, these are said too: Pact tells interactions apart by their names. */
function toldApart(interactions: readonly PactInteraction[]): PactInteraction[] {
  const names = interactions.map(nameOf)
  return interactions.map((interaction, index) => {
    const isShared = names.some((name, other) => other !== index && name === names[index])
    if (!isShared) return interaction
    const headers = Object.entries(interaction.request.headers ?? {}).map(([name, values]) =>
      name === 'accept' || name === 'content-type' ? `${name} ${values.join(', ')}` : name,
    )
    return { ...interaction, description: `${interaction.description}, sent ${headers.join(', ')}` }
  })
}

function nameOf({ description, providerStates }: PactInteraction): string {
  return JSON.stringify([description, providerStates])
}
