import { createHash } from 'node:crypto'

/** 32 bytes that depend on nothing but the seed and the label. */
export function seededBytes(seed: number, label: string): Buffer {
  return createHash('sha256').update(`${seed}:${label}`).digest()
}
