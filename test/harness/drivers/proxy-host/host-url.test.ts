import { expect, test } from 'vitest'
import { hostOrigin } from '../../../../harness/drivers/proxy-host/host-url.ts'
import { UsageError } from '../../../../harness/errors.ts'

test.each([
  ['https://127.0.0.1:5000', 'https://127.0.0.1:5000'],
  ['https://Connector.Example:5000/', 'https://connector.example:5000'],
  ['https://192.168.122.83:5000', 'https://192.168.122.83:5000'],
  ['http://127.0.0.1:5000', 'http://127.0.0.1:5000'],
  ['http://127.9.9.9:5000', 'http://127.9.9.9:5000'],
  ['http://localhost:5000', 'http://localhost:5000'],
  ['http://[::1]:5000', 'http://[::1]:5000'],
])('%s is where a host can be', (url, origin) => {
  expect(hostOrigin(url)).toBe(origin)
})

test.each([
  ['plain http to another machine', 'http://192.168.122.83:5000', 'in the clear'],
  [
    'plain http to a name that only begins like this one',
    'http://localhost.example',
    'in the clear',
  ],
  ['an address without a scheme', '127.0.0.1:5000', 'no address'],
  ['another scheme', 'ftp://127.0.0.1', 'no address'],
  ['a path', 'https://127.0.0.1:5000/ping', 'more than the address'],
  ['a query', 'https://127.0.0.1:5000/?a', 'more than the address'],
  ['credentials', 'https://me:secret@127.0.0.1:5000', 'no user name'],
])('%s is refused', (_, url, reason) => {
  expect(() => hostOrigin(url)).toThrow(UsageError)
  expect(() => hostOrigin(url)).toThrow(reason)
})

test('credentials in an address are not repeated', () => {
  expect(() => hostOrigin('https://me:secret@127.0.0.1:5000')).toThrow(/^(?!.*secret)/)
})
