import { hash, timingSafeEqual } from 'node:crypto'
import { seededBytes } from './seeded-bytes.ts'

/** In base64 these three bytes read `+/+/`: a client that does not encode its token is found out at once. */
const PREFIX = Buffer.from('fbffbf', 'hex')
const OFFSET_BYTES = 6
/** With the prefix and the offset this makes 22 bytes, so that every token also ends in `==`. */
const CHECKSUM_BYTES = 13

/**
 * Opaque page tokens. A token belongs to its owner (a search, or a query's text), carries the offset at
 * which the next page starts, and is signed with a key made from the seed, so that it survives a
 * snapshot and cannot be made up or altered.
 */
export class PageTokens {
  readonly #key: string

  constructor(seed: number) {
    this.#key = seededBytes(seed, 'page-token').toString('hex')
  }

  issue(owner: string, offset: number): string {
    const checksum = this.#checksum(owner, offset)
    const plain = Buffer.alloc(OFFSET_BYTES)
    plain.writeUIntBE(offset, 0, OFFSET_BYTES)
    return Buffer.concat([PREFIX, mix(plain, checksum), checksum]).toString('base64')
  }

  /** Where the page of this token starts; `undefined` for a token that is malformed or another owner's. */
  offsetOf(owner: string, token: string): number | undefined {
    const bytes = Buffer.from(token, 'base64')
    // Node reads base64 leniently; without this, a token with characters added would still be accepted.
    if (bytes.toString('base64') !== token) return undefined
    if (bytes.length !== PREFIX.length + OFFSET_BYTES + CHECKSUM_BYTES) return undefined
    const checksum = bytes.subarray(PREFIX.length + OFFSET_BYTES)
    const mixed = bytes.subarray(PREFIX.length, PREFIX.length + OFFSET_BYTES)
    const offset = mix(mixed, checksum).readUIntBE(0, OFFSET_BYTES)
    if (!bytes.subarray(0, PREFIX.length).equals(PREFIX)) return undefined
    return timingSafeEqual(checksum, this.#checksum(owner, offset)) ? offset : undefined
  }

  #checksum(owner: string, offset: number): Buffer {
    // Half of a digest is all that anyone sees, so that it cannot be carried on from; an HMAC costs thrice as much.
    const digest = hash('sha256', `${this.#key}:${offset}:${owner}`, 'buffer')
    return digest.subarray(0, CHECKSUM_BYTES)
  }
}

/** Hides the offset behind the checksum; applied twice it gives the offset back. */
function mix(offset: Buffer, checksum: Buffer): Buffer {
  return Buffer.from(offset.map((byte, index) => byte ^ (checksum[index] as number)))
}
