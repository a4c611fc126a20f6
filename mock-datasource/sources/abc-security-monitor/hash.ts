/**
 * Scrambles 32 bits so that neighbours have nothing in common: MurmurHash3's finalizer. It is a bijection:
 * different inputs give different outputs. Integer arithmetic, so that all machines agree.
 */
export function scramble(bits: number): number {
  let h = bits
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
