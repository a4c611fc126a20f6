import { expect, test } from 'vitest'
import { steady, steadyIn, withoutCertificate } from '../../../../harness/engine/session/steady.ts'

test.each([
  ['connect ECONNREFUSED 127.0.0.1:41234', 'connect ECONNREFUSED 127.0.0.1:PORT'],
  ['https://[::1]:41234/api', 'https://[::1]:PORT/api'],
  ['{"host":"127.0.0.1","port":41234}', '{"host":"127.0.0.1","port":PORT}'],
])('a port that the system chose is left out: %s', (text, expected) => {
  expect(steady(text)).toBe(expected)
})

test('the file of a certificate is left out', () => {
  const text = "cannot load '/tmp/connector-contract-ca-aB3xYz/2.pem': no such file"
  expect(steady(text)).toBe("cannot load 'CERTIFICATE': no such file")
})

test('a word of megabytes is read once, with the name of such a file in it or without', () => {
  const word = 'x'.repeat(2_000_000)
  expect(steady(word)).toBe(word)
  expect(steady(`${word}/connector-contract-ca-aB3xYz/2.pem, ${word}`)).toBe(`CERTIFICATE, ${word}`)
})

test.each([
  ['the closed port is the same in every run', '127.0.0.1:2'],
  ["a row's own address and port", '192.0.2.7:41234'],
  ["a row's own port as a field", '{"id":"evt-1","hostname":"ws-043","port":40404}'],
  ['a time of day', 'at 12:30:4567'],
])('what is no port of a run stays as it is: %s', (_, text) => {
  expect(steady(text)).toBe(text)
})

test('in a JSON value, every text is steady, however deep, and nothing else is touched', () => {
  const value = { to: 'https://localhost:40000', list: [{ host: '127.0.0.1:40000' }, 7, null] }
  expect(steadyIn(value)).toEqual({
    to: 'https://localhost:PORT',
    list: [{ host: '127.0.0.1:PORT' }, 7, null],
  })
})

test('a connection is shown without the certificate that was made for the run', () => {
  const connection = { host: 'localhost', port: 40_000 }
  expect(withoutCertificate(connection)).toEqual(connection)
  expect(withoutCertificate({ ...connection, selfSignedCert: 'PEM' })).toEqual({
    ...connection,
    selfSignedCert: 'CERTIFICATE',
  })
})
