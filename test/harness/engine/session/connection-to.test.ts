import { expect, test } from 'vitest'
import type { Given } from '../../../../contracts/data-source/credentials.ts'
import { configurationOf, connectionTo } from '../../../../harness/engine/session/connection-to.ts'
import { withoutTexts } from '../../../../harness/engine/session/without-texts.ts'
import type { MockDataSource } from '../../../../mock-datasource/index.ts'
import { abcSource } from '../../../support/abc-source.ts'

const ACCOUNT = { credentials: { username: 'u', password: 'p', token: 't' }, permitted: true }
const MOCK = { host: '127.0.0.1', port: 4_000, scheme: 'http' } as MockDataSource

test('what a user passes comes beside what every connection holds', () => {
  const passed = { connection: { sni: 'abc', options: { concurrency: 2 } } }
  expect(connectionTo(abcSource, MOCK, 10_000, {}, passed)).toEqual({
    host: '127.0.0.1',
    port: 4_000,
    scheme: 'http',
    sni: 'abc',
    options: { timeout: 8, concurrency: 2 },
  })
})

test('what a case is about goes before what a user passes', () => {
  const passed = { connection: { options: { timeout: 30 } } }
  const change = { connection: { options: { timeout: 1 } } }
  expect(connectionTo(abcSource, MOCK, 10_000, change, passed).options).toEqual({ timeout: 1 })
  expect(connectionTo(abcSource, MOCK, 10_000, {}, passed).options).toEqual({ timeout: 30 })
})

test("placeholders stand for the case's own credentials, also for those that a case changes", () => {
  const configuration = {
    auth: { api_key: 'Key {{password}}', extra: ['{{username}}', '{{token}}'] },
  }
  const given = configurationOf(
    abcSource,
    ACCOUNT,
    { credentials: { password: 'wrong' } },
    { configuration },
  )
  expect(given.auth).toEqual({
    username: 'u',
    password: 'wrong',
    api_key: 'Key wrong',
    extra: ['u', 't'],
  })
})

test('a member named `__proto__` is a member like any other', () => {
  const connection: Record<string, unknown> = JSON.parse('{"options":{"__proto__":{"timeout":1}}}')
  const { options } = connectionTo(abcSource, MOCK, 10_000, {}, { connection })
  expect(options?.timeout).toBe(8)
  expect(Object.getPrototypeOf(options)).toBe(Object.prototype)
  expect(JSON.stringify(options)).toContain('"__proto__":{"timeout":1}')
})

test('what a user passes is shown without its texts, which may be secrets', () => {
  const configuration = { auth: { api_key: 'geheim', retries: 3, scopes: ['all'] } }
  expect(withoutTexts({ connection: { sni: 'abc' }, configuration })).toEqual({
    connection: { sni: 'abc' },
    configuration: { auth: { api_key: '***', retries: 3, scopes: ['***'] } },
  })
})

test('null takes a member away, but not what a case is about', () => {
  const passed = { connection: { options: null } }
  expect(connectionTo(abcSource, MOCK, 10_000, {}, passed)).not.toHaveProperty('options')
  const change = { connection: { options: { timeout: 1 } } }
  expect(connectionTo(abcSource, MOCK, 10_000, change, passed).options).toEqual({ timeout: 1 })
  const configuration = { auth: null, key: '{{password}}' }
  expect(configurationOf(abcSource, ACCOUNT, {}, { configuration })).toEqual({ key: 'p' })
})

test('a data source decides what its connectors are given', () => {
  const given: Given = {
    connection: ['host', 'port'],
    portInHost: true,
    more: { pagination: true },
    configuration: { sec: '{{token}}' },
  }
  const source = { ...abcSource, given }
  const own = { host: '127.0.0.1:4000', pagination: true }
  expect(connectionTo(source, MOCK, 10_000)).toEqual(own)
  const elsewhere = connectionTo(source, MOCK, 10_000, { connection: { port: 2 } })
  expect(elsewhere).toEqual({ ...own, host: '127.0.0.1:2' })
  expect(configurationOf(source, ACCOUNT)).toEqual({ sec: 't' })
  const byFile = { ...source, given: { ...given, caByEnvironment: 'SSL_CERT_FILE' } }
  expect(connectionTo(byFile, MOCK, 1, { connection: { selfSignedCert: 'PEM' } })).toEqual(own)
})

test('what is no name of a credential stays as it is', () => {
  const configuration = { note: '{{other}} {{ username }}' }
  expect(configurationOf(abcSource, ACCOUNT, {}, { configuration })).toMatchObject(configuration)
})
