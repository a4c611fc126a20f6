import type { PactFile, PactInteraction } from '../../../contracts/pact-file.ts'

/** A pact with ABC Security Monitor that expects a ping to be answered, or whatever is given. */
export function madePact(...interactions: readonly PactInteraction[]): PactFile {
  return {
    consumer: { name: 'some connector' },
    provider: { name: 'ABC Security Monitor' },
    interactions: interactions.length === 0 ? [madeInteraction()] : [...interactions],
    metadata: { pactSpecification: { version: '4.0' } },
  }
}

/** A ping of an account that may use the API, with what is given in place of its parts. */
export function madeInteraction({
  request = {},
  response = {},
  ...rest
}: {
  readonly description?: string
  readonly providerStates?: PactInteraction['providerStates']
  readonly request?: Partial<PactInteraction['request']>
  readonly response?: Partial<PactInteraction['response']>
} = {}): PactInteraction {
  return {
    type: 'Synchronous/HTTP',
    description: 'a ping',
    providerStates: [{ name: 'an account may use the API' }],
    ...rest,
    request: {
      method: 'GET',
      path: '/api/v1/ping',
      headers: { Authorization: ['Basic ZXhhbXBsZTpleGFtcGxl'] },
      generators: {
        header: {
          Authorization: { type: 'ProviderState', expression: '$'.concat('{authorization}') },
        },
      },
      ...request,
    },
    response: {
      status: 200,
      body: {
        content: { code: 200, success: true },
        contentType: 'application/json',
        encoded: false,
      },
      ...response,
    },
  }
}
