import type { Credentials } from '../../contracts/data-source/credentials.ts'
import { type Masked, maskOf } from '../../contracts/secrets/secret-masker.ts'
import type { JournalEntry, SecretSeen } from './journal-entry.ts'
import type { KnownSecrets, Masking } from './known-secrets.ts'
import type { Recorded } from './recorded.ts'

/** An exchange as the journal shows it. Secrets in the response are masked too, but only the request's are noted. */
export function entryOf(recorded: Recorded, known: KnownSecrets): JournalEntry {
  const { credentials } = known
  const headers = headersOf(recorded.rawHeaders)
  const masking = maskingFor(headers, known)
  const secrets: SecretSeen[] = []
  const note = (where: SecretSeen['where'], { text, seen }: Masked) => {
    for (const { name, encoding } of seen) addOnce(secrets, { name, where, encoding })
    return text
  }
  const request = {
    method: recorded.method,
    path: note('url', masking(recorded.url)),
    headers: maskHeaders(headers, { masking, secrets, own: credentials.headers }),
    ...(recorded.body && { body: note('body', masking(recorded.body.toString())) }),
  }
  const { bodiesDropped } = recorded
  const { sequence, at, operation, searchId, response, fault, unexpected, connection } = recorded
  return {
    sequence,
    at,
    ...(operation !== undefined && { operation }),
    ...(searchId !== undefined && { searchId: masking(searchId).text }),
    request,
    ...(response && { response: responseOf(response, masking) }),
    ...(fault !== undefined && { fault }),
    ...(unexpected !== undefined && { unexpected: masking(unexpected).text }),
    ...(bodiesDropped && { bodiesDropped: true as const }),
    secrets,
    connection,
  }
}

/** Masks what the mock knows, and what the caller shows for it, right or wrong. */
export function maskingFor(
  headers: Readonly<Record<string, string>>,
  known: KnownSecrets,
): Masking {
  return known.masking(known.credentials.presented(headers))
}

function responseOf(
  response: NonNullable<Recorded['response']>,
  masking: Masking,
): NonNullable<JournalEntry['response']> {
  const headers = Object.entries(response.headers).map(([name, value]) => [
    name,
    masking(value).text,
  ])
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    body: masking(Buffer.concat(response.body, response.kept).toString()).text,
    ...(response.truncated && { truncated: true as const }),
  }
}

export function headersOf(raw: readonly string[]): Record<string, string> {
  const headers = new Map<string, string>()
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] as string).toLowerCase()
    const earlier = headers.get(name)
    const value = raw[index + 1] as string
    headers.set(name, earlier === undefined ? value : `${earlier}, ${value}`)
  }
  return Object.fromEntries(headers)
}

function maskHeaders(
  headers: Readonly<Record<string, string>>,
  {
    masking,
    secrets,
    own,
  }: {
    readonly masking: Masking
    readonly secrets: SecretSeen[]
    /** Headers that are masked whole, right or wrong, and what is noted for each. */
    readonly own: Credentials['headers']
  },
): Record<string, string> {
  const masked = Object.entries(headers).map(([name, value]): [string, string] => {
    const secret = own[name]
    if (secret) {
      addOnce(secrets, { ...secret, where: 'header' })
      return [name, maskedCredentials(value, secret.name)]
    }
    const { text, seen } = masking(value)
    for (const { name: secret, encoding } of seen) {
      addOnce(secrets, { name: secret, encoding, where: 'header' })
    }
    return [name, text]
  })
  return Object.fromEntries(masked)
}

/** Keeps a known scheme, which is no secret and tells a reader what the client tried. */
function maskedCredentials(value: string, name: string): string {
  const scheme = /^(basic|bearer|digest)\s/i.exec(value)?.[1]
  return scheme ? `${scheme} ${maskOf(name)}` : maskOf(name)
}

function addOnce(secrets: SecretSeen[], found: SecretSeen): void {
  const known = secrets.some(
    ({ name, where, encoding }) =>
      name === found.name && where === found.where && encoding === found.encoding,
  )
  if (!known) secrets.push(found)
}
