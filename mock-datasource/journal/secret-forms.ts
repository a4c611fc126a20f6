import { type SecretForm, SHORTEST_SEARCHED } from './secrets.ts'

/** So many are looked for one by one, which is quicker then. */
const FEW = 200

/**
 * Forms of secrets, of which a text holds some. To find them takes time in proportion to the text, however many forms
 * there are: a mock that has given out ten thousand session keys looks for a hundred thousand forms.
 */
export class SecretForms {
  readonly #all: SecretForm[] = []
  readonly #byBeginning = new Map<string, SecretForm[]>()

  add(forms: readonly SecretForm[]): void {
    for (const form of forms) {
      this.#all.push(form)
      const beginning = form.text.slice(0, SHORTEST_SEARCHED)
      const known = this.#byBeginning.get(beginning)
      if (known === undefined) this.#byBeginning.set(beginning, [form])
      else known.push(form)
    }
  }

  /** All of them, where they are few; undefined where they are not. */
  get few(): readonly SecretForm[] | undefined {
    return this.#all.length <= FEW ? this.#all : undefined
  }

  /** Those that a text holds. */
  in(text: string): readonly SecretForm[] {
    const found = new Set<SecretForm>()
    for (let at = 0; at + SHORTEST_SEARCHED <= text.length; at += 1) {
      const beginning = text.slice(at, at + SHORTEST_SEARCHED)
      for (const form of this.#byBeginning.get(beginning) ?? []) {
        if (text.startsWith(form.text, at)) found.add(form)
      }
    }
    return [...found]
  }
}
