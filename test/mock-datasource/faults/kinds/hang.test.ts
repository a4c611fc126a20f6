import { describe, expect, test } from 'vitest'
import { faultMock, PAGE } from '../../support/fault-mock.ts'
import { holdsNobodyUp } from '../../support/holds-nobody-up.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { openWire, SCHEMES } from '../../support/wire.ts'

describe.each(SCHEMES)('over %s', (scheme) => {
  test('not a byte comes, on a connection that stays, and nothing is done', async () => {
    const mock = await faultMock(scheme, { kind: 'hang' })
    const wire = openWire(mock, '/searches/s', { method: 'DELETE' })
    await expect.poll(() => mock.control.state().counters.requests).toBe(1)
    await mock.bare('get', '/_mock/state')
    expect(wire.received().length).toBe(0)
    expect(mock.control.search('s')).toBeDefined()
    expect(mock.control.journal.entries()[0]).toMatchObject({ fault: 'fault-1' })
    expect(mock.control.journal.entries()[0]).not.toHaveProperty('response')
  })

  test('a client that leaves is let go', async () => {
    const mock = await faultMock(scheme, { kind: 'hang' })
    const ended = new Promise((resolve) => mock.control.journal.subscribe(resolve))
    const wire = openWire(mock, PAGE)
    await expect.poll(() => mock.control.state().counters.requests).toBe(1)
    wire.socket.destroy()
    expect(await ended).toMatchObject({ fault: 'fault-1' })
  })
})

holdsNobodyUp({ kind: 'hang' })
isOffWhenTold({ kind: 'hang' })
