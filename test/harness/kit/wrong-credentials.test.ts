import { expect, it } from 'vitest'
import { wrongCredentials } from '../../../harness/kit/wrong-credentials.ts'
import { abcSource } from '../../support/abc-source.ts'

it('are wrong in every secret that a connector is given, and in nothing else', () => {
  expect(wrongCredentials(abcSource)).toEqual({ password: 'not-the-password' })
  const configuration = { auth: { key: 'Bearer {{token}}', as: '{{username}}' } }
  expect(wrongCredentials({ ...abcSource, given: { connection: [], configuration } })).toEqual({
    token: 'not-the-password',
  })
})
