import { describe, expect, test } from 'vitest'
import { faultMock, PAGE } from '../../support/fault-mock.ts'
import { holdsNobodyUp } from '../../support/holds-nobody-up.ts'
import { isOffWhenTold } from '../../support/is-off-when-told.ts'
import { openWire, overTheWire, SCHEMES } from '../../support/wire.ts'

/** Longer than any test: what waits for it waits for ever. */
const NEVER = 3_600_000

describe.each(SCHEMES)('over %s', (scheme) => {
  test('gives the right answer once the time is over', async () => {
    const right = await overTheWire(await faultMock(scheme), PAGE)
    const mock = await faultMock(scheme, { kind: 'latency', milliseconds: 5 })
    const { headers, body } = await overTheWire(mock, PAGE)
    expect({ headers, body }).toEqual({ headers: right.headers, body: right.body })
  })

  test('the operation happens after the delay, and does so even for a client that has gone', async () => {
    const mock = await faultMock(scheme, { kind: 'latency', milliseconds: NEVER })
    const polls = () => mock.control.search('s')?.polls
    const { socket, received } = openWire(mock, '/searches/s')
    await expect.poll(() => mock.control.state().counters.requests).toBe(1)
    expect([polls(), received().length]).toEqual([0, 0])
    socket.destroy()
    await expect.poll(polls).toBe(1)
  })
})

holdsNobodyUp({ kind: 'latency', milliseconds: NEVER })
isOffWhenTold({ kind: 'latency', milliseconds: 5 })
