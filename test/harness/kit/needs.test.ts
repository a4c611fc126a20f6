import { describe, expect, it } from 'vitest'
import { statesOf } from '../../../contracts/data-source/states-of.ts'
import { Declarations } from '../../../contracts/declarations.ts'
import type { Capabilities } from '../../../harness/kit/capabilities.ts'
import { missing, type Need } from '../../../harness/kit/needs.ts'
import { abcSource } from '../../support/abc-source.ts'

const everything: Capabilities = {
  mode: 'asynchronous',
  scheme: 'https',
  declarations: Declarations.parse({ result_limit: true }),
  source: abcSource,
}

const { errors, paging, query, writes } = abcSource
const { with: _, ...withoutText } = query
const { status: __, ...withoutStatus } = writes

/** What is not there, and the reason that is told for it. */
const LACKS: readonly (readonly [Need, Partial<Capabilities>, string])[] = [
  ['asynchronous', { mode: 'synchronous' }, 'the connector is synchronous'],
  ['synchronous', {}, 'the connector is asynchronous'],
  [
    'delete',
    { declarations: Declarations.parse({ delete: 'no-op' }) },
    'its author declares that the data source cannot delete',
  ],
  ['delete', { mode: 'synchronous' }, `${abcSource.title} has no operation that deletes a search`],
  ['https', { scheme: 'http' }, 'the data source speaks plain HTTP'],
  ['metadata', { withoutMetadata: 'the driver hands none over' }, 'the driver hands none over'],
  [
    'result_limit',
    { declarations: Declarations.parse({}) },
    'its author does not declare `result_limit`',
  ],
  [
    'free text',
    { source: { ...abcSource, query: withoutText } },
    `no query of ${abcSource.title} holds free text`,
  ],
  [
    'two pages',
    { source: { ...abcSource, paging: { ...paging, style: 'whole' } } },
    `${abcSource.title} gives every result whole`,
  ],
  [
    'page anomalies',
    { source: { ...abcSource, paging: { ...paging, anomalies: [] } } },
    'its paging leaves no room for a wrong page',
  ],
  [
    'any id',
    { source: { ...abcSource, ids: { anyText: false, empty: 'refused' } } },
    `${abcSource.title} gives ids of one form`,
  ],
  [
    'an unknown status',
    { source: { ...abcSource, writes: withoutStatus } },
    `${abcSource.title} tells a status by several members together`,
  ],
  [
    'a running state',
    { source: { ...abcSource, states: [{ word: 'done', means: 'COMPLETED' }] } },
    `${abcSource.title} has no state of a running search`,
  ],
  [
    'an unlisted code',
    {
      source: {
        ...abcSource,
        errors: { ...errors, unlisted: { usual: 'x', telling: [], http: 500 } },
      },
    },
    `${abcSource.title} has no code beyond its table`,
  ],
  [
    'too_many',
    { source: { ...abcSource, errors: { ...errors, roles: {} } } },
    `${abcSource.title} has no error that means too many requests`,
  ],
]

describe('what a check needs', () => {
  it.each(LACKS)('is missed with a reason: %s', (need, change, reason) => {
    expect(missing([need], { ...everything, ...change })).toBe(reason)
  })

  it('is told by the first need that is not met', () => {
    const capabilities = { ...everything, mode: 'synchronous', scheme: 'http' } as const
    expect(missing(['metadata', 'https', 'asynchronous'], capabilities)).toBe(
      'the data source speaks plain HTTP',
    )
  })

  it('is there at a data source that has it all', () => {
    const needs = LACKS.map(([need]) => need).filter((need) => need !== 'synchronous')
    expect(missing(needs, everything)).toBeUndefined()
    expect(statesOf(abcSource).running).not.toEqual([])
  })
})
