import { describe, expect, test } from 'vitest'
import type { FaultSpec } from '../../../mock-datasource/index.ts'
import { faultMock, PAGE } from './fault-mock.ts'
import { openWire, overTheWire, SCHEMES } from './wire.ts'

/** Tests that a fault which takes for ever leaves other requests, the control plane and `close` alone. */
export function holdsNobodyUp(spec: FaultSpec): void {
  describe.each(SCHEMES)('meanwhile, over %s', (scheme) => {
    test('other requests and the control plane are served, and the mock can be closed', async () => {
      const mock = await faultMock(scheme, { ...spec, times: 1 })
      const wire = openWire(mock, PAGE)
      let over = false
      void wire.ended.finally(() => {
        over = true
      })
      await expect.poll(() => mock.control.faults()).toMatchObject([{ struck: 1 }])
      expect((await overTheWire(mock, PAGE)).statusLine).toBe('HTTP/1.1 200 OK')
      expect((await overTheWire(mock, '/searches/s')).statusLine).toBe('HTTP/1.1 200 OK')
      expect((await mock.bare('get', '/_mock/state')).status).toBe(200)
      expect(over).toBe(false)
      await mock.close()
      await wire.ended
    })
  })
}
