import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Given } from '../../../../contracts/data-source/credentials.ts'
import { CertificateFiles } from '../../../../harness/engine/session/certificate-files.ts'
import { environmentFor } from '../../../../harness/engine/session/environment-for.ts'

const GIVEN: Given = {
  connection: ['host'],
  portInHost: true,
  caByEnvironment: 'SSL_CERT_FILE',
  configuration: {},
}
const MOCK = { certificate: 'PEM' }
const fileOf = (certificate: string) => `/${certificate}`

test('a variable names the file of the certificate that is to be trusted', () => {
  expect(environmentFor(GIVEN, MOCK, {}, fileOf)).toEqual({ SSL_CERT_FILE: '/PEM' })
  const change = { connection: { selfSignedCert: 'OTHER' } }
  expect(environmentFor(GIVEN, MOCK, change, fileOf)).toEqual({ SSL_CERT_FILE: '/OTHER' })
})

test.each([
  ['a case takes the certificate away', GIVEN, MOCK, { without: ['selfSignedCert'] as const }],
  ['the mock speaks HTTP', GIVEN, { certificate: undefined }, {}],
  ['the connection holds it', { connection: [], configuration: {} }, MOCK, {}],
])('there is no variable where %s', (_, given, mock, change) => {
  expect(environmentFor(given, mock, change, fileOf)).toEqual({})
})

test('certificates lie in files of their own until they are not needed any more', () => {
  const files = new CertificateFiles()
  const [one, other, again] = ['one', 'other', 'one'].map(files.fileOf)
  expect(again).toBe(one)
  expect([one, other].map((file) => readFileSync(file ?? '', 'utf8'))).toEqual(['one', 'other'])
  files.close()
  expect(existsSync(one ?? '')).toBe(false)
})
