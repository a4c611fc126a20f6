import { expect, it } from 'vitest'
import { requireWhole, shardOf } from '../../../harness/cli/shard-option.ts'

it('a shard is its place and their number', () => {
  expect(shardOf('2/4')).toEqual({ index: 2, count: 4 })
  expect(shardOf('1/1')).toEqual({ index: 1, count: 1 })
})

it.each(['', '2', '0/4', '5/4', '1/0', '-1/4', '1/4/2', 'a/b', '1.5/4'])(
  '%j is no shard',
  (text) => {
    expect(() => shardOf(text)).toThrow('It must be a shard and their number')
  },
)

it.each([
  [{ profile: 'thorough' }, 'what the rounds of a thorough run try'],
  [{ recordPact: 'pact.json' }, '--record-pact is about a whole run'],
  [{ writeWaivers: true as const }, '--write-waivers is about a whole run'],
  [{ compare: 'old.json' }, '--compare is about a whole run'],
])('a shard is not for %j', (options, message) => {
  const all = { profile: 'default', ...options }
  expect(() => requireWhole({ ...all, shard: { index: 1, count: 4 } })).toThrow(message)
  expect(() => requireWhole(all)).not.toThrow()
})
