import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDriver } from '../../../../harness/drivers/open-driver.ts'
import { TargetError } from '../../../../harness/errors.ts'
import { type Certificate, makeCertificate } from '../../../../mock-datasource/index.ts'
import { aCall } from '../fixtures/a-call.ts'

const folder = mkdtempSync(join(tmpdir(), 'certificates-'))
afterAll(() => rmSync(folder, { recursive: true }))

let shown: Certificate
let other: Certificate
let elsewhere: Certificate

beforeAll(async () => {
  shown = await makeCertificate()
  other = await makeCertificate()
  elsewhere = await makeCertificate({ names: ['connector.example'] })
  writeFileSync(join(folder, 'shown.pem'), shown.cert)
  writeFileSync(join(folder, 'other.pem'), other.cert)
  writeFileSync(join(folder, 'elsewhere.pem'), elsewhere.cert)
  writeFileSync(join(folder, 'key.pem'), shown.key)
})

let server: Server
let url: string
let requests: number

beforeEach(async () => {
  requests = 0
  server = createServer({ cert: shown.cert, key: shown.key }, (request, response) => {
    requests += 1
    request.resume()
    response.end('True')
  })
  // A client that distrusts hangs up in the middle of the handshake.
  server.on('tlsClientError', () => {})
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  url = `https://127.0.0.1:${address.port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

function opening(trust: { certificate?: string; pin?: string }) {
  return openDriver({ kind: 'proxy-host', url, module: 'abc', ...trust, from: folder })
}

const pinOf = ({ cert }: Certificate) =>
  new X509Certificate(cert).fingerprint256.replaceAll(':', '').toLowerCase()

describe('a host is trusted', () => {
  test('where it shows the certificate that is given', async () => {
    const driver = await opening({ certificate: 'shown.pem' })
    expect(await driver.call(aCall())).toMatchObject({ kind: 'answered', value: true })
  })

  test('where it shows the certificate that is pinned, whatever the name', async () => {
    server.setSecureContext({ cert: elsewhere.cert, key: elsewhere.key })
    const driver = await opening({ pin: pinOf(elsewhere) })
    expect(await driver.call(aCall())).toMatchObject({ kind: 'answered', value: true })
  })

  test('by curl too, which pins the key of that certificate', async () => {
    const driver = await opening({ pin: pinOf(shown) })
    expect(driver.commandLine(aCall())).toMatch(
      /^curl --insecure --pinnedpubkey sha256\/\/[\w+/]{43}= https:\/\/127\.0\.0\.1:\d+\/ping --data /,
    )
  })
})

describe('a host is refused, and sent nothing', () => {
  test.each([
    ['where nothing is said of its certificate', () => ({}), 'is self-signed'],
    ['where another certificate is given', () => ({ certificate: 'other.pem' }), 'is self-signed'],
    ['where another certificate is pinned', () => ({ pin: pinOf(other) }), 'not the pinned one'],
  ])('%s', async (_, trust, reason) => {
    const refused = opening(trust())
    await expect(refused).rejects.toThrow(TargetError)
    await expect(refused).rejects.toThrow(reason)
    // To compare with what the host's owner says, and then to pin.
    await expect(refused).rejects.toThrow(new X509Certificate(shown.cert).fingerprint256)
    expect(requests).toBe(0)
  })

  test('where its certificate is the given one, and for another name', async () => {
    server.setSecureContext({ cert: elsewhere.cert, key: elsewhere.key })
    await expect(opening({ certificate: 'elsewhere.pem' })).rejects.toThrow('for another name')
    expect(requests).toBe(0)
  })

  test('from the call on at which it shows another', async () => {
    const driver = await opening({ certificate: 'shown.pem' })
    server.setSecureContext({ cert: other.cert, key: other.key })
    const before = requests
    await expect(driver.call(aCall())).rejects.toThrow('its certificate')
    expect(requests).toBe(before)
  })
})

describe('a certificate file is refused', () => {
  test.each([
    ['where it does not exist', 'missing.pem', 'cannot be read'],
    ['where it holds a key', 'key.pem', 'holds no PEM certificate'],
  ])('%s', async (_, certificate, reason) => {
    await expect(opening({ certificate })).rejects.toThrow(reason)
  })
})
