import { describe, expect, it } from 'vitest'
import type { MockDataSource } from '../../../mock-datasource/index.ts'
import { nightWatch, served } from './support/night-watch.ts'

const basicOf = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

/** The status and the code of an answer to `GET /up` with this header. */
async function up(mock: MockDataSource, authorization?: string) {
  const headers = authorization === undefined ? {} : { authorization }
  const response = await fetch(`${mock.url}/up`, { headers })
  const { error } = (await response.json()) as { error?: { name: string } }
  return [response.status, error?.name]
}

function forbid(mock: MockDataSource) {
  const { credentials } = mock.account
  mock.control.patchSettings({ accounts: [{ credentials, permitted: false }] })
}

const journalOf = (mock: MockDataSource) => JSON.stringify(mock.control.journal.entries())

describe('a described data source knows its callers', () => {
  it('by a fixed header', async () => {
    const mock = await served(nightWatch())
    const { token } = mock.account.credentials
    expect(await up(mock, `NW ${token}`)).toEqual([200, undefined])
    expect(await up(mock, `nw ${token}`)).toEqual([401, 'WHO'])
    expect(await up(mock, `NW ${token}x`)).toEqual([401, 'WHO'])
    expect(await up(mock)).toEqual([401, 'WHO'])
    forbid(mock)
    expect(await up(mock, `NW ${token}`)).toEqual([403, 'NOT_YOU'])
    expect(journalOf(mock)).not.toContain(token)
  })

  it('by Basic, with any character in a password', async () => {
    const credentials = { auth: { user: '{{username}}', secret: '{{password}}' } }
    const mock = await served(nightWatch({ credentials, authentication: { scheme: 'basic' } }), {
      accounts: [{ credentials: { username: 'zoë', password: 'a:b ü' }, permitted: true }],
    })
    expect(await up(mock, basicOf('zoë:a:b ü'))).toEqual([200, undefined])
    expect(await up(mock, basicOf('zoë:a:b'))).toEqual([401, 'WHO'])
    expect(await up(mock, 'Bearer zoë')).toEqual([401, 'WHO'])
    expect(journalOf(mock)).not.toContain(basicOf('zoë:a:b ü').slice(6))
  })

  const LOG_IN = {
    credentials: { auth: { username: '{{username}}', password: '{{password}}' } },
    authentication: {
      scheme: 'log-in',
      path: '/login',
      in: 'form',
      send: { name: '{{username}}', pass: '{{password}}' },
      answer: { key: '{{session_key}}' },
      header: 'Authorization',
      value: 'NW {{session_key}}',
    },
  }
  const logIn = async (mock: MockDataSource, pass: string) => {
    const body = new URLSearchParams({ name: mock.account.credentials['username'] ?? '', pass })
    const response = await fetch(`${mock.url}/login`, { method: 'POST', body })
    return { status: response.status, ...((await response.json()) as { key?: string }) }
  }

  it('by a session key that it gave for their credentials, a new one each time', async () => {
    const mock = await served(nightWatch(LOG_IN))
    const password = mock.account.credentials['password'] ?? ''
    const { key } = await logIn(mock, password)
    expect(await up(mock, `NW ${key}`)).toEqual([200, undefined])
    expect(await up(mock, `NW ${key}0`)).toEqual([401, 'WHO'])
    expect(await up(mock, `NW ${password}`)).toEqual([401, 'WHO'])
    expect((await logIn(mock, password)).key).not.toBe(key)
    expect((await logIn(mock, 'wrong')).status).toBe(401)
    for (const secret of [key, password]) expect(journalOf(mock)).not.toContain(secret)
  })

  it('by no session key of credentials that have changed since', async () => {
    const mock = await served(nightWatch(LOG_IN))
    const { key } = await logIn(mock, mock.account.credentials['password'] ?? '')
    const credentials = { ...mock.account.credentials, password: 'another' }
    mock.control.patchSettings({ accounts: [{ credentials, permitted: true }] })
    expect(await up(mock, `NW ${key}`)).toEqual([401, 'WHO'])
  })

  describe.each(['form', 'header'])('by a token of OAuth, the client in the %s', (client) => {
    const OAUTH = {
      credentials: { auth: { id: '{{client_id}}', secret: '{{client_secret}}' } },
      authentication: {
        scheme: 'oauth-client-credentials',
        path: '/oauth/token',
        client,
        scope: 'read',
      },
    }
    const ask = async (mock: MockDataSource, secret: string, more = {}) => {
      const id = mock.account.credentials['client_id'] ?? ''
      const own = client === 'form' ? { client_id: id, client_secret: secret } : {}
      const headers = client === 'form' ? {} : { authorization: basicOf(`${id}:${secret}`) }
      const grant = { grant_type: 'client_credentials', scope: 'read' }
      const body = new URLSearchParams({ ...grant, ...own, ...more })
      const response = await fetch(`${mock.url}/oauth/token`, { method: 'POST', headers, body })
      return { status: response.status, ...((await response.json()) as { access_token?: string }) }
    }

    it('which it gives for its secret, and masks', async () => {
      const mock = await served(nightWatch(OAUTH))
      const secret = mock.account.credentials['client_secret'] ?? ''
      const { access_token: token, ...others } = await ask(mock, secret)
      expect(others).toEqual({ status: 200, token_type: 'Bearer', expires_in: 3600 })
      expect(await up(mock, `Bearer ${token}`)).toEqual([200, undefined])
      expect(await up(mock, `Bearer ${token}0`)).toEqual([401, 'WHO'])
      expect((await ask(mock, 'wrong')).status).toBe(401)
      expect((await ask(mock, secret, { grant_type: 'password' })).status).toBe(401)
      const encoded = basicOf(`${mock.account.credentials['client_id']}:${secret}`).slice(6)
      for (const each of [token, secret, encoded]) expect(journalOf(mock)).not.toContain(each)
    })

    it('which expires when a fault says so, as a session key does', async () => {
      const mock = await served(nightWatch(OAUTH))
      const secret = mock.account.credentials['client_secret'] ?? ''
      const { access_token: token } = await ask(mock, secret)
      mock.control.addFault({ kind: 'session-expired', times: 1 })
      expect(await up(mock, `Bearer ${token}`)).toEqual([401, 'WHO'])
      const { access_token: renewed } = await ask(mock, secret)
      expect(await up(mock, `Bearer ${renewed}`)).toEqual([200, undefined])
    })
  })

  it('and strikes a log-in with no fault that does not name it', async () => {
    const mock = await served(nightWatch(LOG_IN))
    mock.control.addFault({ kind: 'api-error', code: 'OOPS' })
    const { key } = await logIn(mock, mock.account.credentials['password'] ?? '')
    expect(await up(mock, `NW ${key}`)).toEqual([500, 'OOPS'])
  })
})
