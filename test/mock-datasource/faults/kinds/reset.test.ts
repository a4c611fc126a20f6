import { describe, expect, test } from 'vitest'
import { faultMock } from '../../support/fault-mock.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { openWire, SCHEMES } from '../../support/wire.ts'

describe.each(SCHEMES)('over %s', (scheme) => {
  test('cuts the connection with a TCP reset before a byte of the answer, and nothing is done', async () => {
    const mock = await faultMock(scheme, { kind: 'reset' })
    const wire = openWire(mock, '/searches/s', { method: 'DELETE' })
    expect(await wire.ended).toBe('reset')
    expect(wire.received().length).toBe(0)
    expect(mock.control.search('s')).toBeDefined()
    expect(mock.control.journal.entries()[0]).toMatchObject({ fault: 'fault-1' })
    expect(mock.control.journal.entries()[0]).not.toHaveProperty('response')
  })
})

isOffWhenTold({ kind: 'reset' })
