import { expect, test } from 'vitest'
import { fingerprintOf } from '../../../../harness/drivers/proxy-host/trust.ts'
import { UsageError } from '../../../../harness/errors.ts'

const DIGITS = '0123456789abcdef'.repeat(4)
const WITH_COLONS = DIGITS.toUpperCase().match(/../g)?.join(':') ?? ''

test.each([
  ['as digits', DIGITS],
  ['as openssl prints it', `sha256 Fingerprint=${WITH_COLONS}`],
  ['as older versions of openssl print it', `SHA256 Fingerprint=${WITH_COLONS}`],
  ['as browsers show it', WITH_COLONS],
  ['behind the name of its kind', `sha256:${DIGITS}`],
])('a fingerprint is taken %s', (_, pin) => {
  expect(fingerprintOf(pin)).toBe(DIGITS)
})

test.each([
  ['one digit too few', DIGITS.slice(1)],
  ['another kind', `SHA1 Fingerprint=${WITH_COLONS.slice(0, 59)}`],
  ["curl's pin of a key", 'sha256//N4dXt6HWHnezxMd4B+UaT6aMxA+8VS0AmYJP7+AXwpI='],
  ['nothing', ''],
])('%s is none', (_, pin) => {
  expect(() => fingerprintOf(pin)).toThrow(UsageError)
})
