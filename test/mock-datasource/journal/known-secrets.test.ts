import { expect, test } from 'vitest'
import { KnownSecrets } from '../../../mock-datasource/journal/known-secrets.ts'
import { abcSource } from '../../support/abc-source.ts'

const keyAt = (n: number) => `${n}.session-key`
const issued = (n: number) => ({ name: 'session key', value: keyAt(n) })

test('ten thousand session keys are masked, in whichever form, those of accounts too', () => {
  const known = new KnownSecrets(abcSource.credentials)
  known.learn([{ credentials: { username: 'me', password: 'pass-word' }, permitted: true }])
  for (let n = 0; n < 10_000; n += 1) known.add(issued(n))
  const text = `a=${keyAt(7)}&b=${Buffer.from(keyAt(9_999)).toString('base64url')}&c=pass-word&d=x`
  expect(known.masking()(text).text).toMatch(
    /^a=<the session key>&b=<the session key>[\w-]*&c=<the password>&d=x$/,
  )
  const hidden = '5%2esession%2dkey'
  expect(known.masking()(hidden).text).toBe('<the session key>')
})

test('keys that so many others came after that no exchange can hold them are forgotten', () => {
  const known = new KnownSecrets(abcSource.credentials)
  known.learn([{ credentials: { username: 'me', password: 'pass-word' }, permitted: true }])
  for (let n = 0; n < 100_000; n += 1) known.add(issued(n))
  const values = known.all().map(({ value }) => value)
  expect(values).toContain('pass-word')
  expect(values).toContain(keyAt(80_000))
  expect(values.length).toBeLessThan(40_010)
})
