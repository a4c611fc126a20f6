import { createHash } from 'node:crypto'

/** A check's own seed, so that leaving out other checks changes nothing about this one. */
export function seedOf(seed: number, check: string): number {
  return createHash('sha256').update(`${seed}/${check}`).digest().readInt32BE(0)
}
