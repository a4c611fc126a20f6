import { expect, test } from 'vitest'
import { openMock } from '../../support/open-mock.ts'
import { rawRequest } from '../../support/raw-request.ts'

const ACCOUNTS = [
  {
    credentials: { username: 'zoë', password: 'pass:wörd 🔑', token: 'tok-1+/=' },
    permitted: true,
  },
  { credentials: { username: 'other', password: 'other-password' }, permitted: true },
  {
    credentials: { username: 'locked', password: 'locked-password', token: 'locked-token' },
    permitted: false,
  },
]

test('any account may come with Basic credentials, in UTF-8', async () => {
  const mock = await openMock({ settings: { accounts: ACCOUNTS } })
  for (const { credentials: own, permitted } of ACCOUNTS) {
    const credentials = Buffer.from(`${own.username}:${own.password}`).toString('base64')
    const { status } = await rawRequest(mock, '/api/v1/ping', {
      headers: { authorization: `Basic ${credentials}` },
    })
    expect(status).toBe(permitted ? 200 : 403)
  }
})

test('the name of the scheme is read in any case', async () => {
  const mock = await openMock({ settings: { accounts: ACCOUNTS } })
  const credentials = Buffer.from('other:other-password').toString('base64')
  const answer = await mock.bare('get', '/api/v1/ping').set('Authorization', `bAsIc ${credentials}`)
  expect(answer.status).toBe(200)
})

test('a token does as well, in X-Auth-Token', async () => {
  const mock = await openMock({ settings: { accounts: ACCOUNTS } })
  const answer = await mock.bare('get', '/api/v1/ping').set('X-Auth-Token', 'tok-1+/=')
  expect(answer.status).toBe(200)
})

test.each([
  ['nothing', {}],
  ['an empty header', { Authorization: '' }],
  ['a wrong password', { Authorization: `Basic ${btoa('other:wrong')}` }],
  ['an unknown user', { Authorization: `Basic ${btoa('nobody:other-password')}` }],
  ['a password alone', { Authorization: `Basic ${btoa('other-password')}` }],
  ['a scheme that is not Basic', { Authorization: `Bearer ${btoa('other:other-password')}` }],
  ['the token as a scheme', { Authorization: 'token tok-1+/=' }],
  ['a wrong token', { 'X-Auth-Token': 'tok-2' }],
  [
    'a right token beside a wrong password',
    { Authorization: `Basic ${btoa('other:wrong')}`, 'X-Auth-Token': 'tok-1+/=' },
  ],
])('%s is 401', async (_what, headers) => {
  const mock = await openMock({ settings: { accounts: ACCOUNTS } })
  const answer = await mock.bare('get', '/api/v1/ping').set(headers)
  expect(answer.status).toBe(401)
  expect(answer.body).toEqual({
    code: 401,
    message: expect.stringContaining('Authentication failed'),
  })
  expect(answer.headers['www-authenticate']).toContain('Basic')
})

test('a known account that may not use the API is 403', async () => {
  const mock = await openMock({ settings: { accounts: ACCOUNTS } })
  const answer = await mock.bare('get', '/api/v1/ping').set('X-Auth-Token', 'locked-token')
  expect(answer.status).toBe(403)
  expect(answer.body).toEqual({ code: 403, message: expect.stringContaining('Forbidden') })
})

test('credentials count as they are in the settings now, also ones used before', async () => {
  const mock = await openMock({ settings: { accounts: ACCOUNTS } })
  const ask = () => mock.bare('get', '/api/v1/ping').auth('other', 'other-password')
  expect((await ask()).status).toBe(200)
  mock.control.patchSettings({
    accounts: [{ credentials: { username: 'other', password: 'changed' }, permitted: true }],
  })
  expect((await ask()).status).toBe(401)
})

test('without credentials nobody learns which resources and searches there are', async () => {
  const mock = await openMock()
  const paths = ['/ping', '/searches/x', '/nothing', '/searches/%zz', '/searches']
  for (const path of paths) {
    expect((await mock.bare('get', `/api/v1${path}`)).status).toBe(401)
  }
})
