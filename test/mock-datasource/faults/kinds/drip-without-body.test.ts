import { expect, it } from 'vitest'
import { drip } from '../../../../mock-datasource/faults/kinds/drip.ts'

it('an answer without a body drips in its headers, since nothing else of it could', async () => {
  const struck = (body: readonly Buffer[]) =>
    drip.strike({ kind: 'drip', milliseconds: 9, headers: false }, {
      proceed: async () => ({ status: body.length === 0 ? 204 : 200, headers: {}, body }),
    } as unknown as Parameters<typeof drip.strike>[1])
  expect((await struck([]))?.delivery?.drip?.headers).toBe(true)
  expect((await struck([Buffer.from('{}')]))?.delivery?.drip?.headers).toBe(false)
})
