import { Agent, get } from 'node:http'
import { get as getOverTls, Agent as TlsAgent } from 'node:https'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ANSWER_FORMS, type AnswerFormName } from '../../../../contracts/data-source/answer-form.ts'
import { faultMock, PAGE } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { basic, type TestMock } from '../../support/open-mock.ts'
import { overTheWire, SCHEMES } from '../../support/wire.ts'

/** Behind which the mock closes the connection. */
const CLOSING: readonly AnswerFormName[] = [
  'until-close',
  'close',
  'chunked-close',
  'http-1.0',
  'http-1.0-until-close',
  'http-1.0-after-103',
  'closed-since',
  'closed-at-next',
]

/** Asks twice over a connection that is kept, one after the other, and once more where it was closed by then. */
async function askTwice(mock: TestMock) {
  const trust = mock.certificate === undefined ? {} : { ca: mock.certificate }
  const [Kept, ask] = mock.scheme === 'http' ? [Agent, get] : [TlsAgent, getOverTls]
  const agent = new Kept({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => agent.destroy())
  const once = async () => {
    const asked = new Promise<string>((resolve, reject) => {
      ask(
        `${mock.url}/api/v1${PAGE}`,
        { agent, ...trust, headers: { authorization: basic(mock) } },
        (response) => resolve(text(response)),
      ).on('error', reject)
    })
    return JSON.parse(await asked)
  }
  const first = await once()
  return [first, await once().catch(once)]
}

describe.each(SCHEMES)('over %s', (scheme) => {
  test.each(ANSWER_FORMS)('%s holds the right answer, and the next one', async (form) => {
    const [right] = await askTwice(await faultMock(scheme))
    const mock = await faultMock(scheme, { kind: 'answer-form', form })
    expect(await askTwice(mock)).toEqual([right, right])
    const numbers = mock.control.journal.entries().map(({ connection }) => connection.number)
    const isKept = !CLOSING.includes(form) && form !== 'close-left-to-client'
    expect(new Set(numbers).size).toBe(isKept ? 1 : 2)
  })
})

test.each([
  ['chunked', /^HTTP\/1\.1 200 OK\r\n[\s\S]+\r\nTransfer-Encoding: chunked\r\n\r\n[0-9a-f]+\r\n\{/],
  [
    'chunk-extensions',
    /;name=value;quoted="a;b"\r\n\{[\s\S]+\r\n0;last\r\nX-Sum: 1\r\nX-Other: 2\r\n\r\n$/,
  ],
  [
    'until-close',
    /^HTTP\/1\.1 200 OK\r\n(?![\s\S]*Content-Length)[\s\S]+\r\nConnection: close\r\n\r\n\{/,
  ],
  ['http-1.0', /^HTTP\/1\.0 200 OK\r\n[\s\S]+\r\nContent-Length: \d+\r\n\r\n\{/],
  ['odd-case', /\r\ncOnTeNt-tYpE: application\/json[\s\S]+\r\ncONTENT-lENGTH:\d+\r\n/],
  ['no-reason', /^HTTP\/1\.1 200 \r\n/],
  ['after-103', /^HTTP\/1\.1 103 Wait\r\nLink: <\/style\.css>\r\n\r\nHTTP\/1\.1 200 OK\r\n/],
  [
    'after-several',
    /^(HTTP\/1\.1 103 Wait\r\n.+\r\n\r\nHTTP\/1\.1 102 \r\n.+\r\n\r\n){3}HTTP\/1\.1 200 OK/,
  ],
] as const)('on the wire: %s', async (form, shape) => {
  const { raw, ended } = await overTheWire(
    await faultMock('http', { kind: 'answer-form', form }),
    PAGE,
  )
  expect(raw.toString('latin1')).toMatch(shape)
  expect(ended).toBe('closed')
})

test.each(['gzip', 'deflate', 'br'] as const)('%s is for those who ask for it', async (form) => {
  const mock = await faultMock('http', { kind: 'answer-form', form })
  const ask = async (coding: string) => {
    const headers = { authorization: basic(mock), 'accept-encoding': coding }
    const answer = await fetch(`${mock.url}/api/v1${PAGE}`, { headers })
    return { coding: answer.headers.get('content-encoding'), body: await answer.json() }
  }
  const asked = await ask(`identity;q=0.1, ${form};q=0.9`)
  const refused = await ask(`identity, ${form};q=0`)
  expect([asked.coding, refused.coding]).toEqual([form, null])
  expect(asked.body).toEqual(refused.body)
})

test('an answer without a body has none in any form', async () => {
  const mock = await faultMock(
    'http',
    { kind: 'answer-form', form: 'chunked' },
    { kind: 'http-status', status: 204 },
  )
  const { statusLine, headers, body } = await overTheWire(mock, PAGE)
  expect([statusLine, headers['transfer-encoding'], body.length]).toEqual([
    'HTTP/1.1 204 No Content',
    undefined,
    0,
  ])
})

test('the request that finds the connection closed is none', async () => {
  const mock = await faultMock('http', { kind: 'answer-form', form: 'closed-at-next' })
  await askTwice(mock)
  expect(mock.control.journal.entries()).toHaveLength(2)
})

isOffWhenTold({ kind: 'answer-form', form: 'http-1.0' })
