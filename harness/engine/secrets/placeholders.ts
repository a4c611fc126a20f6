import { SHORTEST_MASKED } from '../../../contracts/secrets/secret-form.ts'
import type { SecretMasker } from '../../../contracts/secrets/secret-masker.ts'
import type { GivenSecret } from './given-secrets.ts'
import { maskerOf } from './masker-of.ts'

/** The forms that a placeholder can be of; what holds a secret in another one is kept masked. */
const FORMS = {
  plain: (value: string) => value,
  json: (value: string) => JSON.stringify(value).slice(1, -1),
  percent: (value: string) => encodeURIComponent(value.toWellFormed()),
  base64: (value: string) => Buffer.from(value).toString('base64'),
  base64url: (value: string) => Buffer.from(value).toString('base64url'),
} as const satisfies Readonly<Record<string, (value: string) => string>>
type Form = keyof typeof FORMS

const PLACEHOLDER = /\{\{secret ([^{}]+), (\w+)\}\}/g

/** Puts placeholders in the place of secrets that a user gives, and back. */
export class Placeholders {
  readonly #given: readonly GivenSecret[]
  readonly #texts: readonly (readonly [text: string, placeholder: string])[]
  readonly #masker: SecretMasker

  constructor(given: readonly GivenSecret[] = []) {
    this.#given = given
    this.#masker = maskerOf(given)
    this.#texts = given
      .filter(({ value }) => value.length >= SHORTEST_MASKED)
      .flatMap(({ name, value }) =>
        Object.entries(FORMS).map(
          ([form, write]) => [write(value), `{{secret ${name}, ${form}}}`] as const,
        ),
      )
      // The longest first, since one may be a part of another.
      .toSorted(([one], [other]) => other.length - one.length)
  }

  /** Plain JSON without secrets in any of its texts: what a placeholder can bring back has one, the rest is masked. */
  putIn<Value>(value: Value): Value {
    if (this.#texts.length === 0) return value
    return eachText(value, (text) => {
      const [found, placeholder] = this.#texts.find(([each]) => text.includes(each)) ?? []
      if (found === undefined || placeholder === undefined) return this.#masker.mask(text).text
      return text
        .split(found)
        .map((part) => this.putIn(part))
        .join(placeholder)
    })
  }

  /** The same with masks in the place of secrets, for what is shown and never filled in. */
  mask(text: string): string {
    return this.#masker.mask(text).text
  }

  /** Plain JSON with these secrets in the place of their placeholders; others stay. */
  fillIn<Value>(value: Value): Value {
    if (this.#given.length === 0) return value
    return eachText(value, (text) =>
      text.replaceAll(PLACEHOLDER, (placeholder, name: string, form: string) => {
        const given = this.#given.find((each) => each.name === name)
        return given !== undefined && isForm(form) ? FORMS[form](given.value) : placeholder
      }),
    )
  }
}

/** The names of the secrets that plain JSON still has placeholders of. */
export function placeholdersLeft(value: unknown): readonly string[] {
  const names = [...JSON.stringify(value).matchAll(PLACEHOLDER)].map(([, name = '']) => name)
  return [...new Set(names)]
}

/** How a user gives secrets of these names. */
export function waysToGive(names: readonly string[]): string {
  return [...new Set(names.map(wayToGive))].join(' and ')
}

/** By the first of its words, which says where it was given. */
function wayToGive(name: string): string {
  const [where = '', ...member] = name.split('.')
  return where === 'env' ? `--env ${member.join('.')}=…` : `--${where}`
}

function isForm(name: string): name is Form {
  return Object.hasOwn(FORMS, name)
}

function eachText<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value
  if (Array.isArray(value)) return value.map((each) => eachText(each, change)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, eachText(each, change)]),
  ) as Value
}
