import { seededBytes } from './seeded-bytes.ts'

export type IdStyle = 'uuid' | 'awkward'

/** The nth id that a mock with this seed gives out. Equal arguments, equal id. */
export function idAt(seed: number, n: number, style: IdStyle): string {
  const uuid = uuidOf(seededBytes(seed, `search-id:${n}`))
  if (style === 'uuid') return uuid
  const dress = AWKWARD[n % AWKWARD.length] as (uuid: string) => string
  return dress(uuid)
}

function uuidOf(bytes: Buffer): string {
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex', 0, 16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-')
}

/** Each one breaks a client that puts the id into a path, a query string or a header as it is. */
const AWKWARD: readonly ((uuid: string) => string)[] = [
  (uuid) => `search/${uuid}`,
  (uuid) => `${uuid}?limit=1&offset=2`,
  (uuid) => `${uuid}#top`,
  (uuid) => `a%2Fb%25${uuid}`,
  (uuid) => `two words ${uuid}`,
  (uuid) => `"${uuid}" 'quoted'`,
  (uuid) => `größe-搜索-🔍-${uuid}`,
  (uuid) => `../${uuid}/results`,
  (uuid) => `a+b=c;d,e:${uuid}`,
  (uuid) => `{"id":"${uuid}"}\\`,
]
