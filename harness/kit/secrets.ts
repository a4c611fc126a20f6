import type { Account } from '../../mock-datasource/index.ts'

/** A place where a credential was found, in words for a report: never the credential itself. */
export interface Leak {
  readonly secret: 'password' | 'token' | 'credentials'
  readonly encoding: 'plain' | 'percent' | 'base64'
}

const MASK = '***'

interface Form extends Leak {
  readonly text: string
}

/**
 * Looks for one session's credentials in texts, in every encoding in which they can travel. The
 * credentials of a session are its own, so that a find belongs to this session whatever runs beside it.
 */
export class SecretFinder {
  readonly #forms: readonly Form[]

  constructor(account: Account) {
    const basic = `${account.username}:${account.password}`
    const secrets = [
      ['password', account.password],
      ['credentials', basic],
      ...(account.token === undefined ? [] : [['token', account.token] as const]),
    ] as const
    this.#forms = secrets.flatMap(([secret, text]) => formsOf(secret, text))
  }

  /** A credential as it looks in this encoding: the password, in base64 with the user's name. */
  form(encoding: Leak['encoding']): string {
    const secret = encoding === 'base64' ? 'credentials' : 'password'
    const form = this.#forms.find((each) => each.secret === secret && each.encoding === encoding)
    return form?.text ?? ''
  }

  /** Every form of a credential that the text holds. */
  leaksIn(text: string): readonly Leak[] {
    return this.#forms.filter((form) => text.includes(form.text))
  }

  /** The text with every form of a credential replaced by `***`. */
  mask(text: string): string {
    return this.#forms.reduce((masked, form) => masked.replaceAll(form.text, MASK), text)
  }

  /** A JSON value with a mark in place of each credential, so that another session can fill in its own. */
  markIn<Value>(value: Value): Value {
    // The longest first, since a password is a part of the credentials.
    const forms = this.#forms.toSorted((one, other) => other.text.length - one.text.length)
    return forms.reduce((marked, form) => replaceIn(marked, form.text, markOf(form)), value)
  }

  /** A JSON value with this session's credentials in place of the marks of another one. */
  fillIn<Value>(value: Value): Value {
    return this.#forms.reduce((filled, form) => replaceIn(filled, markOf(form), form.text), value)
  }
}

function markOf({ secret, encoding }: Leak): string {
  return `{{${secret}, ${encoding}}}`
}

/** In the value's JSON: neither credentials nor marks hold anything that JSON would escape. */
function replaceIn<Value>(value: Value, text: string, replacement: string): Value {
  const json = JSON.stringify(value)
  return json.includes(text) ? JSON.parse(json.replaceAll(text, () => replacement)) : value
}

function formsOf(secret: Leak['secret'], text: string): readonly Form[] {
  const percent = encodeURIComponent(text)
  const forms: Form[] = [
    { secret, encoding: 'plain', text },
    { secret, encoding: 'percent', text: percent },
    { secret, encoding: 'percent', text: percent.replaceAll(/%../g, (hex) => hex.toLowerCase()) },
    { secret, encoding: 'base64', text: Buffer.from(text, 'utf8').toString('base64') },
    { secret, encoding: 'base64', text: Buffer.from(text, 'utf8').toString('base64url') },
  ]
  return forms.filter((form, index) => forms.findIndex((f) => f.text === form.text) === index)
}
