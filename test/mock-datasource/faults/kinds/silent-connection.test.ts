import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { AbcFault } from '../../support/abc-fault.ts'
import { faultMock, PAGE } from '../../support/fault-mock.ts'
import { overTheWire, SCHEMES } from '../../support/wire.ts'

function connected({ port, host }: { readonly port: number; readonly host: string }) {
  const socket = connect(port, host)
  onTestFinished(() => void socket.destroy())
  return socket
}

test.each(SCHEMES)(
  'over %s nothing is said, the next connection is served, and it is let go',
  async (scheme) => {
    const mock = await faultMock(scheme, { kind: 'silent-connection', times: 1 })
    const socket = connected(mock)
    let heard = 0
    socket.on('data', ({ length }) => {
      heard += length
    })
    socket.write('GET /api/v1/ping HTTP/1.1\r\n\r\n')
    await expect.poll(() => mock.control.faults()).toMatchObject([{ seen: 1, struck: 1 }])
    expect((await overTheWire(mock, PAGE)).statusLine).toBe('HTTP/1.1 200 OK')
    expect(heard).toBe(0)
    expect(mock.control.journal.entries()).toHaveLength(1)
    socket.end()
    await once(socket, 'close')
  },
)

test('within the handshake some bytes of it come, and the mock can be closed', async () => {
  const mock = await faultMock('https', { kind: 'silent-connection', within: 'handshake' })
  const socket = connected(mock)
  socket.write('\x16\x03\x01')
  const [data] = await once(socket, 'data')
  expect([...data.subarray(0, 3)]).toEqual([0x16, 3, 3])
  const closed = once(socket, 'close')
  await mock.close()
  await closed
})

test.each(['operation', 'search'])('it takes no %s', (field) => {
  const { error } = AbcFault.safeParse({ kind: 'silent-connection', [field]: 'status' })
  expect(error?.issues[0]?.path).toEqual([field])
})
