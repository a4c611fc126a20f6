import type { SecretSeen } from './journal-entry.ts'
import type { SecretForm } from './secrets.ts'

/** What stands in the place of a secret. */
export const MASK = '***'

export interface Masked {
  readonly text: string
  readonly seen: readonly Omit<SecretSeen, 'where'>[]
}

/** The forms of secrets that a text may hold, the longest first, so that no part of one is left over. */
export type FormsIn = (text: string) => readonly SecretForm[]

/** Replaces every form of a secret in a text, and tells which were there. */
export function maskText(text: string, formsIn: FormsIn): Masked {
  const seen: Masked['seen'][number][] = []
  let masked = text
  for (const form of formsIn(text)) {
    if (!masked.includes(form.text)) continue
    // Never the form itself: what is seen goes into the journal.
    seen.push({ name: form.name, encoding: form.encoding })
    masked = masked.replaceAll(form.text, MASK)
  }
  const hidden = hiddenByPercent(masked, formsIn)
  // Where a secret was percent-encoded in some unusual way its bounds are unclear: nothing is shown.
  return hidden
    ? { text: MASK, seen: [...seen, { name: hidden.name, encoding: 'percent' }] }
    : { text: masked, seen }
}

function hiddenByPercent(text: string, formsIn: FormsIn): SecretForm | undefined {
  if (!text.includes('%')) return undefined
  const decoded = text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString(),
  )
  return formsIn(decoded).find(({ text: secret }) => decoded.includes(secret))
}
