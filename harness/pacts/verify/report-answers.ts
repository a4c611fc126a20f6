import type { VerifierOptions } from '@pact-foundation/pact'
import type { FromVerifier } from './verifier-protocol.ts'

type RequestFilter = NonNullable<VerifierOptions['requestFilter']>

/** Where the verifier asks for states to be set; everything else goes to the provider. */
const STATES = '/_pactSetup'

/** A filter that changes nothing and reports each answer of the provider. */
export function reportAnswers(say: (message: FromVerifier) => void): RequestFilter {
  return (request, response, next) => {
    if (request.path === STATES) return next()
    const body: Buffer[] = []
    const keep = (chunk: unknown) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) body.push(Buffer.from(chunk))
    }
    const { write, end } = response
    response.write = ((...all: Parameters<typeof write>) => {
      keep(all[0])
      return write.apply(response, all)
    }) as typeof write
    response.end = ((...all: Parameters<typeof end>) => {
      keep(all[0])
      const headers = Object.entries(response.getHeaders()).map(([name, value]) => [
        name,
        String(value),
      ])
      say({
        kind: 'answered',
        status: response.statusCode,
        headers: Object.fromEntries(headers),
        body: Buffer.concat(body).toString(),
      })
      return end.apply(response, all)
    }) as typeof end
    next()
  }
}
