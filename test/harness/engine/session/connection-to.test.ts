import { expect, test } from 'vitest'
import { configurationOf, connectionTo } from '../../../../harness/engine/session/connection-to.ts'
import { withoutTexts } from '../../../../harness/engine/session/without-texts.ts'
import type { MockDataSource } from '../../../../mock-datasource/index.ts'

const ACCOUNT = { username: 'u', password: 'p', token: 't', permitted: true }
const MOCK = { host: '127.0.0.1', port: 4_000, scheme: 'http' } as MockDataSource

test('what a user passes comes beside what every connection holds', () => {
  const passed = { connection: { sni: 'abc', options: { concurrency: 2 } } }
  expect(connectionTo(MOCK, 10_000, {}, passed)).toEqual({
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
  expect(connectionTo(MOCK, 10_000, change, passed).options).toEqual({ timeout: 1 })
  expect(connectionTo(MOCK, 10_000, {}, passed).options).toEqual({ timeout: 30 })
})

test("placeholders stand for the case's own credentials, also for those that a case changes", () => {
  const configuration = {
    auth: { api_key: 'Key {{password}}', extra: ['{{username}}', '{{token}}'] },
  }
  const given = configurationOf(ACCOUNT, { password: 'wrong' }, { configuration })
  expect(given.auth).toEqual({
    username: 'u',
    password: 'wrong',
    api_key: 'Key wrong',
    extra: ['u', 't'],
  })
})

test('a member named `__proto__` is a member like any other', () => {
  const connection: Record<string, unknown> = JSON.parse('{"options":{"__proto__":{"timeout":1}}}')
  const { options } = connectionTo(MOCK, 10_000, {}, { connection })
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
