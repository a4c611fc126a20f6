import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoTimes } from '../../../../mock-datasource/sources/abc-security-monitor/iso-times.ts'

test('instants read as JavaScript itself writes them, in whatever order they come', () => {
  const instant = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31, 23, 59, 59, 999) })
  fc.assert(
    fc.property(fc.array(instant), (instants) => {
      const iso = isoTimes()
      const expected = instants.map((each) => new Date(each).toISOString())
      expect(instants.map(iso)).toEqual(expected)
    }),
  )
})
