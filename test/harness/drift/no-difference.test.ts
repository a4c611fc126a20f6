import { describe, expect, it } from 'vitest'
import { exitCodeOf } from '../../../harness/drift/drift-report.ts'
import { SCENARIOS } from '../../../harness/drift/scenarios/index.ts'
import { compared, differing, type Place } from './support/compared.ts'

/** What is another's good right, and how one side is made to do it. */
const ALIKE: readonly (readonly [string, Place])[] = [
  ['other rows', { settings: { dataSet: { rows: 130, seed: 7 } } }],
  ['more rows', { settings: { dataSet: { rows: 400, seed: 1 } } }],
  ['few rows', { settings: { dataSet: { rows: 2, seed: 1 } } }],
  ['no rows', { settings: { dataSet: { rows: 0, seed: 1 } } }],
  ['other ids', { settings: { ids: 'awkward' } }],
  ['quicker searches', { settings: { progress: { by: 'polls', polls: 0 } } }],
  ['slower searches', { settings: { progress: { by: 'polls', polls: 9 } } }],
  [
    'another version',
    {
      edit: {
        response({ json }) {
          const body = json as Record<string, unknown>
          if ('version' in body) body['version'] = '9.9'
        },
      },
    },
  ],
  [
    'other words around what a message says',
    {
      edit: {
        response({ json }) {
          const body = json as Record<string, unknown>
          const { message } = body
          if (typeof message === 'string') body['message'] = `Sorry! ${message.toUpperCase()}.`
        },
      },
    },
  ],
  [
    'headers in another order and case, with other spaces and quotes',
    {
      edit: {
        response(passing) {
          const reversed = Object.entries(passing.headers).toReversed()
          passing.headers = Object.fromEntries(
            reversed.map(([name, value]) => [name.toUpperCase(), spelled(name, value)]),
          )
        },
      },
    },
  ],
]

describe('nothing differs', () => {
  it.each(['http', 'https'] as const)(
    'between a data source and itself, over %s',
    async (scheme) => {
      const { report, mocks } = await compared({ scheme }, { scheme })
      expect(differing(report)).toEqual([])
      expect(report.notCompared).toEqual([])
      expect(exitCodeOf(report, { strict: true })).toBe(0)
      expect(new Set(report.agrees.map(({ scenario }) => scenario))).toEqual(
        new Set(SCENARIOS.map(({ name }) => name)),
      )
      expect([mocks.url, mocks.against].flatMap(({ control }) => control.state().searches)).toEqual(
        [],
      )
    },
  )

  it.each(ALIKE)('where one side has %s', async (_what, place) => {
    const { report } = await compared(place)
    expect(differing(report)).toEqual([])
    expect(report.agrees.length).toBeGreaterThan(200)
    expect(report.trouble).toEqual([])
  })
})

function spelled(name: string, value: string): string {
  switch (name) {
    case 'content-type':
      return 'Application/JSON;charset="UTF-8"'
    case 'www-authenticate':
      return 'basic realm="Elsewhere, Digest x=y"'
    case 'allow':
      return `options,HEAD , ${value.toLowerCase()}`
    default:
      return value
  }
}
