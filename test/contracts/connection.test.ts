import { describe, expect, it } from 'vitest'
import { Configuration, Connection } from '../../contracts/connection.ts'

describe('a connection', () => {
  it.each([
    { host: 'www.example.com', port: 1234 },
    { host: '::1', port: 1, scheme: 'http' },
    { host: 'a', port: 65_535, scheme: 'https', selfSignedCert: '-----BEGIN CERTIFICATE-----' },
    { host: 'a', port: 443, options: { timeout: 0.5, result_limit: 1, unique_to_one: true } },
    { host: 'a', port: 443, sni: 'b' },
  ])('may be %j, and nothing of it is lost', (connection) => {
    expect(Connection.parse(connection)).toEqual(connection)
  })

  it('may have its port as a decimal string', () => {
    expect(Connection.parse({ host: 'a', port: '443' })).toEqual({ host: 'a', port: 443 })
  })

  it.each([
    { host: '', port: 1 },
    { host: 'a' },
    { host: 'a', port: 0 },
    { host: 'a', port: 65_536 },
    { host: 'a', port: '0' },
    { host: 'a', port: '+443' },
    { host: 'a', port: 443, scheme: 'ftp' },
    { host: 'a', port: 443, selfSignedCert: '' },
    { host: 'a', port: 443, options: { timeout: 0 } },
    { host: 'a', port: 443, options: { result_limit: 1.5 } },
  ])('is not %j', (connection) => {
    expect(Connection.safeParse(connection).success).toBe(false)
  })
})

describe('a configuration', () => {
  it.each([
    { auth: {} },
    { auth: { sec: 'a' } },
    { auth: { username: '', password: '', tenant: 't' }, more: 1 },
  ])('may be %j, and nothing of it is lost', (configuration) => {
    expect(Configuration.parse(configuration)).toEqual(configuration)
  })

  it.each([{}, { auth: 'a' }, { auth: null }, null])('is not %j', (configuration) => {
    expect(Configuration.safeParse(configuration).success).toBe(false)
  })
})
