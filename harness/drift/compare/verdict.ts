import type { Seen } from '../observed.ts'
import type { SideName } from '../side.ts'

export type Of<Kind extends Seen['kind']> = Extract<Seen, { kind: Kind }>

/** What comparing two observations comes to. Where it cannot be told, why. */
export type Verdict = 'agrees' | 'differs' | { readonly because: string }

/** What is said of each side, in one sentence: `at url …; at against …`. */
export function because(reasons: Readonly<Partial<Record<SideName, string | undefined>>>): Verdict {
  return { because: reasonsInWords(reasons) }
}

export function reasonsInWords(
  reasons: Readonly<Partial<Record<SideName, string | undefined>>>,
): string {
  const { url, against } = reasons
  if (url !== undefined && url === against) return `at both sides: ${url}`
  const parts = [
    ...(url === undefined ? [] : [`at url: ${url}`]),
    ...(against === undefined ? [] : [`at against: ${against}`]),
  ]
  return parts.join('; ')
}
