import type { Credentials } from '../../contracts/data-source/credentials.ts'
import type { NamedSecret } from '../../contracts/data-source/secret.ts'
import { formsOf } from '../../contracts/secrets/forms-of.ts'
import { MASK, SecretMasker } from '../../contracts/secrets/secret-masker.ts'
import { tellsSecret } from '../../contracts/secrets/tells-secret.ts'
import type { Body, Exchange, HeaderList } from './exchange.ts'
import { replacedInXml } from './xml-members.ts'

/** Headers that hold what nobody else may read, beside those whose names say so. */
const HEADERS = ['authorization', 'proxy-authorization', 'cookie', 'set-cookie']
/** What leads to another page is called a token, and is none to hide. */
const OF_PAGES = /page|next|cursor|contin|scroll|offset|prev/i
const STRING = /"(?:[^"\\]|\\.)*"/g
/** A text, a number, or a list of texts. */
const MEMBER =
  /("((?:[^"\\]|\\.){1,100})"\s*:\s*)("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|\[\s*"(?:[^"\\]|\\.)*"(?:\s*,\s*"(?:[^"\\]|\\.)*")*\s*\])/g

const MOST_NAMES = 10_000

/** Where something was masked: `request header authorization`. */
export type MaskedAt = string

/**
 * Takes secrets out of exchanges: headers and members whose names tell of one, those that the data source says, and
 * whatever has been seen in such a place, in whatever form it comes again.
 */
export class ExchangeMasker {
  readonly #credentials: Pick<Credentials, 'headers' | 'presented'> | undefined
  readonly #masker = new SecretMasker()
  readonly #known = new Set<string>()
  readonly #names = new Map<string, boolean>()

  constructor(
    credentials?: Pick<Credentials, 'headers' | 'presented'>,
    secrets: readonly NamedSecret[] = [],
  ) {
    this.#credentials = credentials
    for (const secret of secrets) this.#learn(secret.value)
  }

  mask(exchange: Exchange): { readonly exchange: Exchange; readonly at: readonly MaskedAt[] } {
    const known = this.#known.size
    const masked = this.#masked(exchange)
    // What has become known at its end may stand at its beginning.
    return this.#known.size === known ? masked : this.#masked(exchange)
  }

  #masked(exchange: Exchange): ReturnType<ExchangeMasker['mask']> {
    const at: MaskedAt[] = []
    const { request, response } = exchange
    const presented = this.#credentials?.presented(byName(request.headers)) ?? []
    for (const { value } of presented) this.#learn(value)
    const masked = {
      ...exchange,
      request: {
        ...request,
        ...this.#message(request, 'request', at),
        path: this.#path(request.path, at),
      },
      ...(response && { response: { ...response, ...this.#message(response, 'response', at) } }),
    }
    return { exchange: masked, at: [...new Set(at)] }
  }

  #message(
    { headers, body }: { readonly headers: HeaderList; readonly body?: Body | undefined },
    side: string,
    at: MaskedAt[],
  ): { readonly headers: HeaderList; readonly body?: Body } {
    const kept = headers.map(([name, value]): [string, string] => {
      const isOwn = side === 'request' && isOpaque(name, value)
      if (!isOwn && !this.#isSecretHeader(name))
        return [name, this.#byValue(value, `${side} header ${name}`, at)]
      at.push(`${side} header ${name.toLowerCase()}`)
      for (const part of secretsIn(value)) this.#learn(part)
      // What comes before the credentials tells how they are shown.
      const [, scheme = ''] = /^(\w+ +)\S/.exec(/authorization$/i.test(name) ? value : '') ?? []
      return [name, `${scheme}${MASK}`]
    })
    if (body === undefined || !('text' in body)) return { headers: kept, ...(body && { body }) }
    const type = kept.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
    return { headers: kept, body: { text: this.#text(body.text, type, side, at) } }
  }

  #isSecretHeader(name: string): boolean {
    const lower = name.toLowerCase()
    if (HEADERS.includes(lower) || this.#credentials?.headers[lower] !== undefined) return true
    return tellsSecret(lower) && !OF_PAGES.test(lower)
  }

  #text(text: string, type: string, side: string, at: MaskedAt[]): string {
    return this.#byValue(this.#byName(text, type, side, at), `${side} body`, at)
  }

  #byName(text: string, type: string, side: string, at: MaskedAt[]): string {
    if (type.includes('x-www-form-urlencoded')) return this.#pairs(text, `${side} member`, at)
    return /^\s*</.test(text) ? this.#elements(text, side, at) : this.#members(text, side, at)
  }

  /** In place, so that all else of a body stays byte for byte as it was. */
  #members(text: string, side: string, at: MaskedAt[]): string {
    return text.replaceAll(MEMBER, (all, head: string, name: string, value: string) => {
      if (!this.#isSecretMember(name)) return all
      at.push(`${side} member ${name}`)
      for (const [each] of value.matchAll(STRING)) this.#learn(unquoted(each))
      return value.startsWith('[') ? `${head}["${MASK}"]` : `${head}"${MASK}"`
    })
  }

  #elements(text: string, side: string, at: MaskedAt[]): string {
    return replacedInXml(text, (name, value) => {
      if (value === '' || !this.#isSecretMember(name)) return undefined
      at.push(`${side} member ${name}`)
      this.#learn(value)
      return MASK
    })
  }

  #path(path: string, at: MaskedAt[]): string {
    const question = path.indexOf('?')
    const named =
      question < 0
        ? path
        : `${path.slice(0, question + 1)}${this.#pairs(path.slice(question + 1), 'parameter', at)}`
    return this.#byValue(named, 'path', at)
  }

  #pairs(text: string, what: string, at: MaskedAt[]): string {
    return text
      .split('&')
      .map((pair) => {
        const [name = '', value] = pair.split('=', 2)
        if (value === undefined || !this.#isSecretMember(name)) return pair
        at.push(`${what} ${name}`)
        this.#learn(decoded(value))
        return `${name}=${MASK}`
      })
      .join('&')
  }

  /** Asked about each member of each row, which have the same names over and over. */
  #isSecretMember(name: string): boolean {
    const known = this.#names.get(name)
    if (known !== undefined) return known
    if (this.#names.size >= MOST_NAMES) this.#names.clear()
    const isSecret = tellsSecret(name) && !OF_PAGES.test(name)
    this.#names.set(name, isSecret)
    return isSecret
  }

  #byValue(text: string, where: string, at: MaskedAt[]): string {
    const masked = this.#masker.mask(text).text
    if (masked !== text) at.push(where)
    return masked
  }

  #learn(value: string): void {
    if (value === MASK || this.#known.has(value)) return
    this.#known.add(value)
    // Parts of one would be found in names of members too, and bodies are to stay what they are.
    this.#masker.add(formsOf({ name: 'a secret', value }), false)
  }
}

/** Headers of requests that everybody sends. */
const ORDINARY =
  /^(?:accept.*|access-control-.*|cache-control|connection|content-.*|date|dnt|expect|forwarded|from|host|if-.*|keep-alive|max-forwards|origin|pragma|prefer|priority|range|referer|sec-.*|te|trailer|traceparent|tracestate|transfer-encoding|upgrade.*|user-agent|version|via|x-correlation-id|x-forwarded-.*|x-request.*)$/i

/** Whether a header of an API's own holds what could be a token: long, and in one piece. */
function isOpaque(name: string, value: string): boolean {
  return !ORDINARY.test(name) && /^\S{12,}$/.test(value)
}

function byName(headers: HeaderList): Readonly<Record<string, string>> {
  return Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]))
}

/** What a header shows: its credentials without the scheme, the password of a pair in base64, the values of cookies. */
function secretsIn(value: string): readonly string[] {
  const [, encoded = ''] = /^\w+ +([\w+/=-]+)$/.exec(value) ?? []
  const [, password] = /^[^:]*:(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? []
  if (password !== undefined) return [password, encoded]
  const cookies = [...value.matchAll(/=([^;,\s]{8,})/g)].map(([, each = '']) => each)
  return [value.replace(/^[A-Za-z]+ +/, ''), ...cookies]
}

function unquoted(json: string): string {
  try {
    return String(JSON.parse(json))
  } catch {
    return json.slice(1, -1)
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '))
  } catch {
    return value
  }
}
