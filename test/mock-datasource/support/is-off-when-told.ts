import { describe, expect, test } from 'vitest'
import type { FaultSpec } from '../../../mock-datasource/index.ts'
import { faultMock, PAGE } from './fault-mock.ts'
import type { TestMock } from './open-mock.ts'
import { openWire, overTheWire, SCHEMES } from './wire.ts'

/** Tests that a fault leaves no trace where it does not strike: by probability, once used up, once removed. */
export function isOffWhenTold(spec: FaultSpec): void {
  describe.each(SCHEMES)('off, over %s', (scheme) => {
    test('with probability 0', async () => {
      const mock = await faultMock(scheme, { ...spec, probability: 0 })
      await answersRightly(mock)
      expect(mock.control.faults()).toMatchObject([{ seen: 1, struck: 0 }])
    })

    test('after it has struck as many times as it may', async () => {
      const mock = await faultMock(scheme, { ...spec, times: 1 })
      openWire(mock, PAGE).ended.catch(() => undefined)
      await expect.poll(() => mock.control.faults()).toMatchObject([{ struck: 1 }])
      await answersRightly(mock)
      expect(mock.control.faults()).toMatchObject([{ seen: 2, struck: 1 }])
    })

    test('once it is removed', async () => {
      const mock = await faultMock(scheme, spec)
      mock.control.removeFault('fault-1')
      await answersRightly(mock)
    })
  })
}

async function answersRightly(mock: TestMock): Promise<void> {
  const { raw: _with, ...answer } = await overTheWire(mock, PAGE)
  const { scheme, control } = mock
  const { raw: _without, ...right } = await overTheWire(await faultMock(scheme), PAGE)
  expect(answer).toEqual(right)
  expect(control.journal.entries().at(-1)).not.toHaveProperty('fault')
}
