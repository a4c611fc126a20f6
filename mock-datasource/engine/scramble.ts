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

/** 32 bits that depend on nothing but the text: FNV-1a over its UTF-16 code units, scrambled. */
export function hashOf(text: string): number {
  let bits = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193)
  }
  return scramble(bits)
}
