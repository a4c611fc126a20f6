import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonReply } from '../../../mock-datasource/http/reply.ts'
import { abcSource } from '../../support/abc-source.ts'
import { openMock, type TestMock } from '../support/open-mock.ts'
import { rawRequest } from '../support/raw-request.ts'

const PASSWORD = 'pä&ss "word"/+1'
const TOKEN = 'token-1234567890'
const ACCOUNTS = [
  { credentials: { username: 'user', password: PASSWORD, token: TOKEN }, permitted: true },
]

async function journalAfter(act: (mock: TestMock) => Promise<unknown>) {
  const mock = await openMock({ settings: { accounts: ACCOUNTS } })
  await act(mock)
  const [entry] = mock.control.journal.entries()
  if (!entry) throw new Error('nothing was recorded')
  return { entry, text: JSON.stringify(entry) }
}

/** Forms in which no part of the journal may hold a secret. */
function formsOf(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
  ]
}

test('credentials in their headers are masked, and noted as being there', async () => {
  const { entry } = await journalAfter((mock) => mock.api('get', '/ping'))
  expect(entry.request.headers['authorization']).toBe('Basic <the credentials>')
  expect(entry.secrets).toEqual([{ name: 'authorization', where: 'header', encoding: 'base64' }])
})

test('so is a token, and so are wrong credentials', async () => {
  const right = await journalAfter((mock) =>
    mock.bare('get', '/api/v1/ping').set('X-Auth-Token', TOKEN),
  )
  expect(right.entry.request.headers['x-auth-token']).toBe('<the token>')
  expect(right.entry.secrets).toEqual([{ name: 'token', where: 'header', encoding: 'plain' }])
  const wrong = await journalAfter((mock) =>
    mock.bare('get', '/api/v1/ping').set('Authorization', 'Bearer some-other-secret'),
  )
  expect(wrong.text).not.toContain('some-other-secret')
})

test.each([
  ['plain', 'url', (secret: string) => `/api/v1/ping?token=${secret}`, TOKEN],
  ['percent', 'url', (secret: string) => `/api/v1/ping?p=${encodeURIComponent(secret)}`, PASSWORD],
  ['percent', 'url', (secret: string) => `/api/v1/ping?p=${secret.replace('t', '%74')}`, TOKEN],
  [
    'base64',
    'url',
    (secret: string) => `/api/v1/ping?auth=${Buffer.from(`any:${secret}`).toString('base64url')}`,
    PASSWORD,
  ],
])('a secret in the %s form is found in the %s', async (encoding, where, path, secret) => {
  const { entry, text } = await journalAfter((mock) => rawRequest(mock, path(secret)))
  for (const form of formsOf(secret)) expect(text).not.toContain(form)
  expect(entry.secrets).toContainEqual(expect.objectContaining({ where, encoding }))
})

test('a secret in a body or another header is found there', async () => {
  const { entry, text } = await journalAfter((mock) =>
    mock
      .api('post', '/searches')
      .set('X-Custom', `it is ${TOKEN}`)
      .send({ query: `SELECT * FROM events WHERE message = '${PASSWORD}'` }),
  )
  for (const secret of [TOKEN, PASSWORD]) {
    for (const form of formsOf(secret)) expect(text).not.toContain(form)
  }
  expect(entry.secrets).toContainEqual({ name: 'password', where: 'body', encoding: 'plain' })
  expect(entry.secrets).toContainEqual({ name: 'token', where: 'header', encoding: 'plain' })
})

test('a secret that an answer repeats is masked there too, without being held against the client', async () => {
  const mock = await openMock({
    settings: { accounts: ACCOUNTS },
    faults: [
      { kind: 'http-status', status: 500, body: `secret: ${TOKEN}`, headers: { 'x-echo': TOKEN } },
    ],
  })
  await mock.bare('get', '/api/v1/ping')
  const [entry] = mock.control.journal.entries()
  expect(JSON.stringify(entry)).not.toContain(TOKEN)
  expect(entry?.response?.body).toBe('secret: <the token>')
  expect(entry?.secrets).toEqual([])
})

test('the secrets of accounts that are no more stay masked', async () => {
  const mock = await openMock({ settings: { accounts: ACCOUNTS } })
  await rawRequest(mock, `/api/v1/ping?token=${TOKEN}`)
  mock.control.patchSettings({
    accounts: [{ credentials: { username: 'new', password: 'new-password' }, permitted: true }],
  })
  expect(JSON.stringify(mock.control.journal.entries())).not.toContain(TOKEN)
})

test('a secret of three characters is not searched for: it would be found in every text', async () => {
  const mock = await openMock({
    settings: { accounts: [{ credentials: { username: 'u', password: 'api' }, permitted: true }] },
  })
  await mock.api('get', '/ping')
  const [entry] = mock.control.journal.entries()
  expect(entry?.request.path).toBe('/api/v1/ping')
})

test('no password gets through, whatever it is made of and wherever it is put', async () => {
  const mock = await openMock()
  const password = fc.string({ unit: 'grapheme', minLength: 6, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(password, async (secret) => {
      fc.pre(
        secret.isWellFormed() &&
          new Set(secret).size > 4 &&
          !'/api/v1/searches?password='.includes(secret),
      )
      mock.control.patchSettings({
        accounts: [{ credentials: { username: 'u', password: secret }, permitted: true }],
      })
      mock.control.journal.clear()
      await rawRequest(mock, `/api/v1/searches?password=${encodeURIComponent(secret)}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-base64': Buffer.from(secret).toString('base64'),
        },
        body: JSON.stringify({ query: secret }),
      })
      // Names of headers are nobody's secret, even where a password happens to be one.
      const shown = mock.control.journal
        .entries()
        .flatMap(({ request }) => [request.path, request.body, ...Object.values(request.headers)])
        .join('\n')
      for (const form of formsOf(secret)) expect(shown).not.toContain(form)
    }),
    { numRuns: 100 },
  )
})

test('what the data source gives out itself is masked from then on, whoever shows it', async () => {
  const key = 'lw1.0123456789'
  const mock = await openMock({
    dataSource: {
      ...abcSource,
      title: 'One that gives out keys',
      answer: (_route, _request, store) => {
        store.issued({ name: 'bearer', value: key })
        return jsonReply(200, { key })
      },
    },
  })
  await mock.bare('get', `/api/v1/ping?key=${key}`)
  const [entry] = mock.control.journal.entries()
  expect(JSON.stringify(entry)).not.toContain(key)
  expect(entry?.secrets).toEqual([{ name: 'bearer', where: 'url', encoding: 'plain' }])
  expect(mock.control.secrets()).toContainEqual({ name: 'bearer', value: key })
})
