import type { NamedSecret, SecretEncoding } from '../../contracts/data-source/secret.ts'
import { formsOf as everyFormOf } from '../../contracts/secrets/forms-of.ts'
import { maskOf, SecretMasker } from '../../contracts/secrets/secret-masker.ts'

/** A place where a secret was found, in words for a report: never the secret itself. */
export interface Leak {
  /** Its name: `password`. */
  readonly secret: string
  readonly encoding: SecretEncoding
}

interface Form extends Leak {
  readonly text: string
}

/**
 * Looks for one session's secrets in texts, in every encoding in which they can travel. The credentials of a
 * session are its own, so that a find belongs to this session whatever runs beside it.
 */
export class SecretFinder {
  readonly #read: () => readonly NamedSecret[]
  #secrets: readonly NamedSecret[] = []
  #known: readonly Form[] = []
  #masker: SecretMasker | undefined

  /** @param secrets those to look for, the most telling first; a function where there come to be more. */
  constructor(secrets: readonly NamedSecret[] | (() => readonly NamedSecret[])) {
    this.#read = typeof secrets === 'function' ? secrets : () => secrets
  }

  /** The first secret as it looks in this encoding; in base64 whatever is put together with it. */
  form(encoding: SecretEncoding): string {
    const forms = this.#forms
    const [first] = this.#secrets
    if (first === undefined) return ''
    const whole = this.#secrets.findLast(
      (each) => each.encoding === undefined && each.value.includes(first.value),
    )
    const { name } = encoding === 'base64' && whole !== undefined ? whole : first
    return forms.find((each) => each.secret === name && each.encoding === encoding)?.text ?? ''
  }

  /** Every form of a secret that the text holds. */
  leaksIn(text: string): readonly Leak[] {
    return this.#forms.filter((form) => text.includes(form.text))
  }

  /**
   * The text with `<the password>` and the like in place of every form of a secret, and of what a cut has left of one.
   *
   * @param startsCut whether the text begins behind a cut that no `…` shows
   */
  mask(text: string, startsCut = false): string {
    if (this.#forms.length === 0) return text
    this.#masker ??= maskerOf(this.#secrets)
    return this.#masker.mask(text, startsCut).text
  }

  /** A JSON value with a mark in place of each secret, so that another session can fill in its own. */
  markIn<Value>(value: Value): Value {
    // The longest first, since a password is a part of the credentials.
    const forms = this.#forms.toSorted((one, other) => other.text.length - one.text.length)
    return forms.reduce((marked, form) => replaceIn(marked, form.text, markOf(form)), value)
  }

  /** A JSON value with this session's secrets in place of the marks of another one. */
  fillIn<Value>(value: Value): Value {
    return this.#forms.reduce((filled, form) => replaceIn(filled, markOf(form), form.text), value)
  }

  /** Made anew where there are more secrets than before, since none is ever forgotten. */
  get #forms(): readonly Form[] {
    const secrets = this.#read()
    if (secrets.length !== this.#secrets.length) {
      this.#secrets = secrets
      this.#known = distinct(secrets.flatMap(formsOf))
      this.#masker = undefined
    }
    return this.#known
  }
}

/** What is put together of others is found by these: a part of it may be the name of a user, which is shown. */
function maskerOf(secrets: readonly NamedSecret[]): SecretMasker {
  const isComposed = ({ value, encoding }: NamedSecret) =>
    encoding === undefined &&
    secrets.some((other) => other.value !== value && value.includes(other.value))
  const masker = new SecretMasker(maskOf)
  masker.add(secrets.filter((each) => !isComposed(each)).flatMap((secret) => everyFormOf(secret)))
  return masker
}

function markOf({ secret, encoding }: Leak): string {
  return `{{${secret}, ${encoding}}}`
}

/** In the value's JSON: neither credentials nor marks hold anything that JSON would escape. */
function replaceIn<Value>(value: Value, text: string, replacement: string): Value {
  const json = JSON.stringify(value)
  return json.includes(text) ? JSON.parse(json.replaceAll(text, () => replacement)) : value
}

function formsOf({ name: secret, value: text, encoding: own }: NamedSecret): readonly Form[] {
  const percent = encodeURIComponent(text)
  const lower = percent.replaceAll(/%../g, (hex) => hex.toLowerCase())
  const asIs: readonly Form[] = [
    { secret, encoding: own ?? 'plain', text },
    { secret, encoding: 'percent', text: percent },
    { secret, encoding: 'percent', text: lower },
  ]
  // What is encoded already is looked for as it is.
  if (own !== undefined) return asIs
  return [
    ...asIs,
    { secret, encoding: 'base64', text: Buffer.from(text, 'utf8').toString('base64') },
    { secret, encoding: 'base64', text: Buffer.from(text, 'utf8').toString('base64url') },
  ]
}

/** Those that are the same text as one before are found by that one. */
function distinct(forms: readonly Form[]): readonly Form[] {
  const first = new Map<string, Form>()
  for (const form of forms) if (!first.has(form.text)) first.set(form.text, form)
  return [...first.values()]
}
