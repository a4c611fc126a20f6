import { once } from 'node:events'
import { connect as connectPlainly } from 'node:net'
import { connect } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import type { FaultSpec, MockDataSource } from '../../../../mock-datasource/index.ts'
import { AbcFault } from '../../support/abc-fault.ts'
import { faultMock } from '../../support/fault-mock.ts'
import { openMock } from '../../support/open-mock.ts'

/** The certificate that a new connection is shown, as PEM. */
async function shown({ host, port }: MockDataSource): Promise<string> {
  const socket = connect({ host, port, rejectUnauthorized: false })
  onTestFinished(() => void socket.destroy())
  await once(socket, 'secureConnect')
  const { raw, valid_to } = socket.getPeerCertificate()
  return `${raw.toString('base64')} ${new Date(valid_to) < new Date() ? 'expired' : 'valid'}`
}

const ofMock = ({ certificate = '' }: MockDataSource) =>
  `${certificate.replaceAll(/-----[^-]+-----|\s/g, '')} valid`

test('another certificate is shown from some connection on, the same each time', async () => {
  const mock = await faultMock('https', { kind: 'other-certificate', after: 1 })
  expect(await shown(mock)).toBe(ofMock(mock))
  const renewed = await shown(mock)
  expect(renewed).toMatch(/ valid$/)
  expect(renewed).not.toBe(ofMock(mock))
  expect(await shown(mock)).toBe(renewed)
  mock.control.reset()
  expect(await shown(mock)).toBe(ofMock(mock))
})

test('one that has expired can be shown', async () => {
  const mock = await faultMock('https', { kind: 'other-certificate', flaw: 'expired' })
  expect(await shown(mock)).toMatch(/ expired$/)
})

test('a connection that is given up before the certificate has been made harms nobody', async () => {
  const mock = await faultMock('https', { kind: 'other-certificate' })
  const { host, port } = mock
  const socket = connectPlainly(port, host)
  await once(socket, 'connect')
  await expect.poll(() => mock.control.state().counters.connections).toBe(1)
  socket.resetAndDestroy()
  expect(await shown(mock)).not.toBe(ofMock(mock))
})

test('over plain HTTP there is none, and no flaw but those that there are', async () => {
  const fault: FaultSpec = { kind: 'other-certificate' }
  await expect(openMock({ faults: [fault] })).rejects.toThrow(
    'fault: other-certificate: plain HTTP shows no certificate',
  )
  const { error } = AbcFault.safeParse({ ...fault, flaw: 'odd' })
  expect(error?.issues[0]?.message).toBe(
    'must be one of expired, not-yet-valid, other-purpose, other-host',
  )
})
