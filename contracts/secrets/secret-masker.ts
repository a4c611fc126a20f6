import { type Decoded, decodedIn } from './decoded.ts'
import { FormIndex, type Hit } from './form-index.ts'
import type { SecretForm } from './secret-form.ts'

/** What stands in the place of a secret of which nobody has to know which it is. */
export const MASK = '***'

/** What stands in its place where a reader is to know: `<the password>`, `<configuration.auth.api_key>`. */
export function maskOf(name: string): string {
  if (name === 'authorization') return '<the credentials>' // It is the header's name.
  return name.includes('.') ? `<${name}>` : `<the ${name}>`
}

export interface Masked {
  readonly text: string
  /** The forms of secrets that were there whole. */
  readonly seen: readonly SecretForm[]
}

interface Stretch {
  readonly start: number
  readonly end: number
  readonly name: string
}

/** Masks secrets in texts, in whatever form they stand there, also escaped once more, and what is left of one that was cut. */
export class SecretMasker {
  #indices: FormIndex[] = []
  #asWhole: FormIndex[] = []
  readonly #maskOf: (name: string) => string

  /** @param shown what stands in the place of a secret of that name. */
  constructor(shown: (name: string) => string = () => MASK) {
    this.#maskOf = shown
  }

  /** @param inParts whether parts of them are masked anywhere, or beside a cut alone. */
  add(forms: readonly SecretForm[], inParts = true): void {
    if (forms.length === 0) return
    const indices = inParts ? this.#indices : this.#asWhole
    let added = forms
    // Each is twice as large as the next, so that to add one by one costs little.
    while ((indices.at(-1)?.size ?? Number.POSITIVE_INFINITY) <= 2 * added.length) {
      added = [...(indices.pop()?.forms ?? []), ...added]
    }
    indices.push(new FormIndex(added, inParts))
  }

  get isEmpty(): boolean {
    return this.#indices.length + this.#asWhole.length === 0
  }

  /** @param startsCut whether the text begins behind a cut that no `…` shows. */
  mask(text: string, startsCut = false): Masked {
    if (this.isEmpty) return { text, seen: [] }
    const seen = new Map<SecretForm, SecretForm>()
    const stretches: Stretch[] = []
    for (const hit of this.#hits(text, startsCut)) {
      for (const form of hit.whole) seen.set(form, form)
      stretches.push(hit)
    }
    for (const decoded of decodedIn(text)) {
      for (const { start, end, whole, name } of this.#hits(decoded.text, startsCut)) {
        for (const form of whole) seen.set(form, written(form, decoded))
        stretches.push({ start: decoded.startOf(start), end: decoded.endOf(end - 1), name })
      }
    }
    return { text: without(text, stretches, this.#maskOf), seen: [...seen.values()] }
  }

  *#hits(text: string, startsCut: boolean): Generator<Hit> {
    for (const index of this.#indices) yield* index.in(text, startsCut)
    for (const index of this.#asWhole) yield* index.in(text, startsCut)
  }
}

/** As the text itself has it, which is escaped. */
function written(form: SecretForm, { encoding }: Decoded): SecretForm {
  return form.encoding === 'plain' ? { ...form, encoding } : form
}

/** Where several overlap, one mask stands for all: that of the longest. */
function without(
  text: string,
  stretches: readonly Stretch[],
  shown: (name: string) => string,
): string {
  if (stretches.length === 0) return text
  const inOrder = stretches.toSorted((one, other) => one.start - other.start)
  const joined: Stretch[] = []
  let longest = 0
  for (const each of inOrder) {
    const last = joined.at(-1)
    const length = each.end - each.start
    if (last === undefined || each.start >= last.end) {
      joined.push(each)
      longest = length
    } else {
      const { name } = length > longest ? each : last
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, each.end), name }
      longest = Math.max(longest, length)
    }
  }
  const ends = [0, ...joined.map(({ end }) => end)]
  const parts = joined.map(({ start, name }, place) => text.slice(ends[place], start) + shown(name))
  return parts.join('') + text.slice(ends.at(-1))
}
