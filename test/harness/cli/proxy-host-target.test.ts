import { expect, test } from 'vitest'
import { proxyHostTarget } from '../../../harness/cli/proxy-host-target.ts'
import { proxyHostWords } from '../../../harness/drivers/proxy-host/option-words.ts'
import { UsageError } from '../../../harness/errors.ts'

const URL = 'https://127.0.0.1:5000'
const PIN = 'ab'.repeat(32)

test('without a host there is no such target', () => {
  expect(proxyHostTarget({}, ['./connector.ts'])).toBeUndefined()
})

test('a host is its address, a module and a certificate', () => {
  const options = { proxyHost: `${URL}/`, proxyCert: 'cert.pem', module: 'abc' }
  expect(proxyHostTarget(options, [])).toEqual({
    kind: 'proxy-host',
    url: URL,
    module: 'abc',
    certificate: 'cert.pem',
    from: process.cwd(),
  })
})

test('its options are what names it again', () => {
  const options = { proxyHost: URL, proxyPin: `SHA256:${PIN}`, module: 'abc' }
  const target = proxyHostTarget(options, [])
  if (target?.kind !== 'proxy-host') throw new Error('no host')
  expect(proxyHostWords(target)).toEqual([
    ...['--proxy-host', URL, '--proxy-pin', PIN],
    ...['--module', 'abc'],
  ])
})

test.each([
  ['a certificate without a host', { proxyCert: 'cert.pem' }, [], 'no host'],
  ['a pin without a host', { proxyPin: PIN }, [], 'no host'],
  ['a host and a module of JavaScript', { proxyHost: URL }, ['./connector.ts'], 'another target'],
  ['a certificate and a pin', { proxyHost: URL, proxyCert: 'a', proxyPin: PIN }, [], 'both'],
  ['a pin of plain http', { proxyHost: 'http://[::1]:1', proxyPin: PIN }, [], 'no certificate'],
])('%s is wrong use', (_, options, words, reason) => {
  expect(() => proxyHostTarget(options, words)).toThrow(UsageError)
  expect(() => proxyHostTarget(options, words)).toThrow(reason)
})
