import { describe, expect, it } from 'vitest'
import { describeChange } from '../../../../harness/engine/session/describe-change.ts'
import type { ConnectionChange } from '../../../../harness/kit/session.ts'

const CHANGES: readonly (readonly [string, ConnectionChange])[] = [
  ['without selfSignedCert', { without: ['selfSignedCert'] }],
  ['with port 2', { connection: { port: 2 } }],
  ['with options {"timeout":1}', { connection: { options: { timeout: 1 } } }],
  ['with the selfSignedCert of another server', { connection: { selfSignedCert: 'PEM' } }],
  ['with a wrong password', { credentials: { password: 'secret' } }],
]

describe('what a case changes about a connection', () => {
  it.each(CHANGES)('is said in words: %s', (words, change) => {
    expect(describeChange(change, false)).toBe(words)
  })

  it('is also that the call goes to another data source', () => {
    const byFile = { caByEnvironment: 'SSL_CERT_FILE' }
    const change = { without: ['selfSignedCert'] } as const
    expect(describeChange(change, false, byFile)).toBe('without SSL_CERT_FILE')
    expect(describeChange({}, true)).toBe('at another data source')
    expect(describeChange({ without: ['host'] }, true)).toBe('at another data source, without host')
  })

  it('is passed over where it is nothing', () => {
    expect(describeChange({}, false)).toBeUndefined()
  })
})
