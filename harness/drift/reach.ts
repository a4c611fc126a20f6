import type { Answer } from '../deployment/answer.ts'
import { NoAnswer } from '../deployment/http-client.ts'
import { ProviderError } from '../errors.ts'
import type { Side, SideName } from './side.ts'

const PING = { method: 'GET', path: '/ping' } as const

/** What a side's options are called. */
const PREFIXES = { url: '--', against: '--against-' } as const satisfies Record<SideName, string>

/**
 * Sees that a side can be compared at all: that its ping is answered, by the API, with these credentials.
 *
 * @throws ProviderError where not, with what to do.
 */
export async function requireReachable(side: Side): Promise<void> {
  const answer = await pinged(side)
  const { status } = answer
  if (status >= 300 && status < 400) throw redirected(side, answer)
  if (status === 401) throw refused(side, 'refuses these credentials (401)')
  if (status === 403) throw refused(side, 'does not let these credentials use the API (403)')
  if (status === 429) throw tooMany(side)
  if (status === 404 || (status < 300 && answer.json === undefined)) throw noApi(side, answer)
}

async function pinged(side: Side): Promise<Answer> {
  try {
    const first = await side.ask(PING)
    return first.status === 429 ? ((await side.send(PING)).answer ?? first) : first
  } catch (error) {
    throw unreachable(side, error as Error)
  }
}

function unreachable(side: Side, error: Error): ProviderError {
  const code = error instanceof NoAnswer ? error.code : ''
  const options = PREFIXES[side.name]
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return new ProviderError(`${side.base.origin} shows a certificate for another name`, {
      hint: `Name it in --${side.name} as its certificate does.`,
    })
  }
  if (/CERT|SELF_SIGNED|ISSUER|UNABLE_TO_VERIFY/.test(code)) {
    return new ProviderError(
      `The certificate of ${side.base.origin} is not trusted: ${error.message}`,
      {
        hint: `Give its PEM file, or that of the authority that signed it, with ${options}cert FILE.`,
      },
    )
  }
  if (/SSL|EPROTO/.test(code)) {
    return new ProviderError(`${side.base.origin} does not speak TLS (${code})`, {
      hint: `If it speaks plain HTTP, write http:// in --${side.name}.`,
    })
  }
  return new ProviderError(`${side.base.origin} cannot be reached: ${error.message}`, {
    hint: `See that it is up, and that scheme, host and port in --${side.name} are right.`,
  })
}

function redirected(side: Side, { status, headers }: Answer): ProviderError {
  const location = headers['location'] ?? ''
  const to = URL.parse(location, side.url)
  const address = to === null ? location : `${to.origin}${to.pathname.replace(/\/ping$/, '')}`
  return new ProviderError(`${side.url} redirects (${status}) to ${side.mask(address)}`, {
    hint: `Redirects are not followed, since credentials would go along; if that is the one, name it in --${side.name}.`,
  })
}

function refused(side: Side, what: string): ProviderError {
  const options = PREFIXES[side.name]
  return new ProviderError(`${side.url} ${what}`, {
    hint: `See to ${options}username and ${options}password, or ${options}token, or their variables (--help).`,
  })
}

function tooMany(side: Side): ProviderError {
  return new ProviderError(`${side.url} answers 429 again and again: too many requests`, {
    hint: 'Try again later, or with an account of its own.',
  })
}

function noApi(side: Side, { status, headers }: Answer): ProviderError {
  const type = headers['content-type'] ?? 'no media type'
  return new ProviderError(
    `${side.url} is not the API: GET /ping is answered with ${status} (${side.mask(type)})`,
    { hint: `Name in --${side.name} the address below which /api/v1/ping is.` },
  )
}
