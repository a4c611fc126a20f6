import { isObject } from '../kit/answer.ts'
import { repeatedRows } from '../kit/compare-keys.ts'
import type { Told } from './told.ts'

/** What a violation of one clause tells by itself: its case, what was found, and the latest call. */
interface Telling {
  readonly clause: string
  readonly words: (told: Told) => string | undefined
}

const TELLINGS: readonly Telling[] = [
  { clause: 'NET-3', words: timeoutWords },
  { clause: 'PAGE-2', words: pageTwice },
  { clause: 'SEC-1', words: leakWords },
  { clause: 'LIFE-6', words: sharedWords },
  { clause: 'NET-6', words: formWords },
  { clause: 'NET-7', words: addressWords },
  { clause: 'ENV-6', words: caughtWords },
]

/** Why a case went wrong of which nothing has to be tried again to tell; empty where nothing fits. */
export function explainTelling(told: Told): readonly string[] {
  return TELLINGS.flatMap(({ clause, words }) =>
    clause === told.clause ? (words(told) ?? []) : [],
  )
}

function caseIn({ counterexample }: Told): Readonly<Record<string, unknown>> {
  return isObject(counterexample) ? counterexample : {}
}

const SILENCES: Readonly<Record<string, string>> = {
  'drips its body':
    'your timeout counts each read, so that bytes which drip in keep it from striking: bound the whole request',
  'drips its headers':
    'your timeout counts each read, so that headers which drip in keep it from striking: bound the whole request',
  'never answers':
    '`options.timeout` does not end a request that is not answered: pass it on to the HTTP client',
  'accepts and says nothing':
    'your timeout does not bound the wait for the first byte of a new connection',
  'stops within the handshake':
    'your timeout begins behind the TLS handshake: let it cover connecting too',
}

function timeoutWords(told: Told): string | undefined {
  const { silence } = caseIn(told)
  const isLate = /^(no answer within|one after)/.test(told.actual)
  return typeof silence === 'string' && isLate ? SILENCES[silence] : undefined
}

function pageTwice({ calls }: Told): string | undefined {
  const { answer, search } = calls.at(-1) ?? {}
  if (answer?.reading.kind !== 'success' || search === undefined) return undefined
  const { data } = answer.reading.envelope
  if (!Array.isArray(data)) return undefined
  const keys = data.map((row: unknown) => (isObject(row) ? row[answer.rowKey] : undefined))
  const rows = repeatedRows(keys, search.keys)
  return rows && `a page came twice: ${rows} of the result`
}

/** Where a secret was seen, and what puts one there. */
const LEAKS: Readonly<Record<string, string>> = {
  'no credentials in the answer':
    'what the connector sends stands in the text that it gives back, as in that of an exception: say what failed, without what was sent',
  'no credentials in standard output':
    'the connector prints what it was given or what it sends: leave credentials out',
  'no credentials in standard error':
    'the connector logs what it was given or what it sends: leave credentials out of what is logged',
  'no credentials in the URL of a request':
    'they travel in the URL, which proxies and logs keep: send them in a header or a body',
}

function leakWords({ expected, actual, faults }: Told): string | undefined {
  const what = /^the (\S+) there/.exec(actual)?.[1]
  if (what === undefined) return undefined
  const echoed = faults.some(
    (spec) => 'message' in spec && String(spec.message).includes(`{{${what}`),
  )
  return echoed
    ? `the data source repeated the ${what} in its message, and the connector passed that on: mask what it was given in every text that it passes on`
    : LEAKS[expected]
}

const KEPT =
  'what the connector keeps of one search it gives to another: keep it by `search_id`, or not at all'

function sharedWords({ actual, calls }: Told): string | undefined {
  if (/ of another search$/.test(actual)) return KEPT
  const { method, arguments: given = [], exchanges = [] } = calls.at(-1)?.answer ?? {}
  if (method === undefined || method === 'query') return undefined
  const [own] = given
  const other = exchanges.find(({ searchId }) => searchId !== undefined && searchId !== own)
  if (other !== undefined) {
    return `the connector asked for another search than \`${method}\` was given: go by its argument, and keep no latest search`
  }
  return exchanges.length === 0
    ? `\`${method}\` answered without asking the data source: ${KEPT}`
    : undefined
}

const FORMS: readonly (readonly [RegExp, string])[] = [
  [
    /^chunk/,
    'the body came in chunks: its length is not known beforehand, and chunks are no part of it',
  ],
  [/until-close/, 'the body ended with its connection, without a `Content-Length`'],
  [
    /^(closed-since|closed-at-next)$/,
    'the kept-alive connection had been closed meanwhile: connect anew and ask again',
  ],
  [/^odd-case$/, 'names of headers mean the same in any case'],
  [/^in-pieces$/, 'the body came in several pieces: one read is not all of it'],
  [
    /^(gzip|deflate|br)$/,
    'the body was compressed, as the connector had asked for by `Accept-Encoding`',
  ],
  [/^(http-1\.0-)?after-/, 'a 1xx came before the answer: it is none, and is to be read past'],
  [/^http-1\.0/, 'the server speaks HTTP/1.0'],
  [/^no-reason$/, 'the status line has no reason phrase'],
  [/^close/, '`Connection: close` came with the answer'],
]

function formWords(told: Told): string | undefined {
  const { form } = caseIn(told)
  return typeof form === 'string' ? FORMS.find(([names]) => names.test(form))?.[1] : undefined
}

function addressWords(told: Told): string | undefined {
  const { host, port } = caseIn(told)
  if (host === 'an IPv6 address')
    return 'in a URL an IPv6 address stands in brackets: https://[::1]:443'
  return port === 'a text'
    ? 'a port may be a text of digits, as a command line gives it'
    : undefined
}

/** `"… invalid literal for int() with base 10: ''", which Python says of …` */
function caughtWords({ calls }: Told): string | undefined {
  const { stderr = '' } = calls.at(-1)?.answer.result ?? {}
  const frames = [...stderr.matchAll(/^ {2}File "([^"]+)", line (\d+), in (\S+)/gm)]
  const [, file = '', line, name] = frames.at(-1) ?? []
  return line === undefined
    ? 'an exception was caught as a whole, and its text passed on: catch it where it arises, and say what went wrong'
    : `it was raised at ${file.split('/').slice(-3).join('/')}:${line} (${name}), caught as a whole, and its text passed on`
}
