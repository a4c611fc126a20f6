import { expect, it } from 'vitest'
import { wrongCredentials } from '../../../harness/kit/wrong-credentials.ts'
import { abcSource } from '../../support/abc-source.ts'

it('are wrong in every secret that a connector is given, and in nothing else', () => {
  expect(wrongCredentials({ source: abcSource })).toEqual({ password: 'not-the-password' })
  const configuration = { auth: { key: 'Bearer {{token}}', as: '{{username}}' } }
  const source = { ...abcSource, given: { connection: [], configuration } }
  expect(wrongCredentials({ source })).toEqual({ token: 'not-the-password' })
})

it('are wrong in what the user has passed beside it', () => {
  const passed = { configuration: { auth: { token: '{{token}}' } } }
  expect(wrongCredentials({ source: abcSource, passed })).toEqual({
    password: 'not-the-password',
    token: 'not-the-password',
  })
})
