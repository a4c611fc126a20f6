import { expect, it } from 'vitest'
import { requireMembers } from '../../../../harness/cli/config/require-members.ts'
import { UsageError } from '../../../../harness/errors.ts'
import { abcSource } from '../../../support/abc-source.ts'

const check = (configuration?: Record<string, unknown>) =>
  requireMembers({ configuration }, abcSource)

it('takes the credentials that the data source has, wherever they stand', () => {
  expect(() => check()).not.toThrow()
  expect(() =>
    check({ auth: [{ key: 'x-{{username}}:{{token}}' }], other: '{ {x} }' }),
  ).not.toThrow()
})

it('refuses others, with the nearest', () => {
  const given = () => check({ auth: { key: '{{tokn}}' } })
  expect(given).toThrow(UsageError)
  expect(given).toThrow(
    '--configuration names {{tokn}}, which ABC Security Monitor has not; it has {{username}}, {{password}} and {{token}}',
  )
  expect(given).toThrow(expect.objectContaining({ hint: 'Did you mean {{token}}?' }))
})
