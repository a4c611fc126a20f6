import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSocketServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { Driver } from '../../../../harness/drivers/driver.ts'
import { openDriver } from '../../../../harness/drivers/open-driver.ts'
import { TargetError } from '../../../../harness/errors.ts'
import { aCall } from '../fixtures/a-call.ts'

type Answering = (response: ServerResponse, request: IncomingMessage) => void

const ended: (() => void)[] = []
afterEach(() => {
  for (const end of ended.splice(0)) end()
})

/** Serves on a free port, until the test is over. */
async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  ended.push(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

/** A driver to a host that does well until it is asked for a status. */
async function toHost(answering: Answering): Promise<Driver> {
  const server = createServer((request, response) => {
    request.resume()
    if (request.url === '/create_status_connection') answering(response, request)
    else response.end(request.url === '/is_async' ? 'True' : '{"success": true}')
  })
  return openDriver({ kind: 'proxy-host', url: await listening(server), module: 'abc', from: '/' })
}

async function statusFrom(answering: Answering, deadlineMilliseconds = 20_000) {
  const driver = await toHost(answering)
  return driver.call(aCall({ method: 'status', arguments: ['id'], deadlineMilliseconds }))
}

const WERKZEUG = `<!doctype html>
<html lang=en>
  <head>
    <title>TypeError: Object of type &#39;date&#39; is not JSON serializable
 // Werkzeug Debugger</title>`

describe('what a host answers', () => {
  test.each<[string, number, string, unknown]>([
    ['JSON', 200, '{"success": true}', { success: true }],
    ['a Python literal', 200, "{'success': False, 'code': None}", { success: false, code: null }],
    [
      'NaN, as Python writes it',
      200,
      '{"success": true, "progress": NaN}',
      { success: true, progress: Number.NaN },
    ],
    ['an envelope under an error status', 502, '{"success": false}', { success: false }],
    ['a number', 200, '7', 7],
  ])('is its body: %s', async (_, status, body, value) => {
    const outcome = await statusFrom((response) => response.writeHead(status).end(body))
    expect(outcome).toEqual({ kind: 'answered', value, stdout: '', stderr: '' })
  })

  test.each<[string, number, string | Buffer, string]>([
    ['text', 200, 'All is well.', 'neither JSON nor a Python literal (HTTP 200): All is well.'],
    ['half of an envelope', 200, '{"success": tr', 'neither JSON nor a Python literal'],
    ['nothing', 200, '', 'an empty body (HTTP 200)'],
    ['no UTF-8', 200, Buffer.from([0x22, 0xff, 0x22]), 'not UTF-8'],
    [
      'a page of an exception',
      500,
      WERKZEUG,
      "an error page (HTTP 500): TypeError: Object of type 'date' is not JSON serializable",
    ],
    [
      'the JSON of something between',
      502,
      '{"message": "no upstream"}',
      'an error page (HTTP 502): {"message": "no upstream"}',
    ],
    ['a long page', 503, 'x'.repeat(5_000), `${'x'.repeat(300)}…`],
  ])('is no value where it is %s', async (_, status, body, reason) => {
    const outcome = await statusFrom((response) => response.writeHead(status).end(body))
    expect(outcome).toMatchObject({ kind: 'no-value', reason: expect.stringContaining(reason) })
  })

  test('is given up where it never ends', async () => {
    const forEver = (response: ServerResponse) => {
      const write = () => {
        while (!response.destroyed && response.write(' '.repeat(65_536)));
      }
      response.on('drain', write)
      write()
    }
    expect(await statusFrom(forEver)).toMatchObject({ kind: 'too-much-output' })
  })

  test('is given up where it is larger than any answer that is asked for', async () => {
    const outcome = await statusFrom((response) => response.end(`"${'x'.repeat(33 * 1_048_576)}"`))
    expect(outcome).toMatchObject({ kind: 'too-much-output' })
  })

  test.each<[string, Answering]>([
    ['never comes', () => {}],
    [
      'stops in the middle',
      (response) => response.writeHead(200, { 'content-length': 9 }).write('{'),
    ],
  ])('is timed out where it %s', async (_, answering) => {
    expect(await statusFrom(answering, 200)).toMatchObject({
      kind: 'timed-out',
      afterMilliseconds: 200,
    })
  })

  test.each<[string, Answering, string]>([
    ['hangs up at once', (response) => response.destroy(), 'hung up'],
    [
      'hangs up in the middle',
      (response) =>
        response.writeHead(200, { 'content-length': 9 }).write('{', () => response.destroy()),
      'hung up',
    ],
    ['does not speak HTTP', (response) => response.socket?.end('SSH-2.0-x\r\n'), 'HTTP'],
  ])('is no value where it %s', async (_, answering, reason) => {
    expect(await statusFrom(answering)).toMatchObject({
      kind: 'no-value',
      reason: expect.stringContaining(reason),
    })
  })
})

describe('what the host itself is to blame for is no answer of the connector', () => {
  test('a redirect, which is not followed', async () => {
    const asked: (string | undefined)[] = []
    const elsewhere = await listening(
      createServer((request, response) => {
        asked.push(request.url)
        response.end('{"success": true}')
      }),
    )
    const redirected = statusFrom((response) =>
      response.writeHead(307, { location: `${elsewhere}/there` }).end(),
    )
    await expect(redirected).rejects.toThrow(`redirects /create_status_connection to ${elsewhere}`)
    expect(asked).toEqual([])
  })

  test('a path that it does not have', async () => {
    const unknown = statusFrom((response) =>
      response.writeHead(404).end('<title>404 Not Found</title>'),
    )
    await expect(unknown).rejects.toThrow('/create_status_connection gives HTTP 404')
  })

  test('methods that it does not await, as in stix-shifter 5.0 and later', async () => {
    const page =
      '<title>TypeError: The view function did not return a valid response. It was a coroutine'
    const server = createServer((request, response) => {
      if (request.url === '/is_async') response.end('True')
      else response.writeHead(500).end(`${page.replace('It was', 'but it was')}.</title>`)
    })
    const opening = openDriver({
      kind: 'proxy-host',
      url: await listening(server),
      module: 'abc',
      from: '/',
    })
    await expect(opening).rejects.toThrow(TargetError)
    await expect(opening).rejects.toThrow('docs/proxy-host.md')
  })
})

describe('there is no host', () => {
  const opening = (url: string) => openDriver({ kind: 'proxy-host', url, module: 'abc', from: '/' })

  test('where nothing listens', async () => {
    const url = await listening(createServer())
    for (const end of ended.splice(0)) end()
    await expect(opening(url)).rejects.toThrow('nothing listens there')
  })

  test('where something else than HTTP is spoken', async () => {
    const server = createSocketServer((socket) => socket.on('error', () => {}).end('220 mail\r\n'))
    await expect(opening(await listening(server))).rejects.toThrow('does not answer as')
  })

  test('where TLS is expected and not spoken', async () => {
    const url = await listening(createServer((_, response) => response.end('True')))
    await expect(opening(url.replace('http:', 'https:'))).rejects.toThrow('does not speak TLS')
  })

  test('where a web server has other pages', async () => {
    const url = await listening(createServer((_, response) => response.writeHead(404).end()))
    await expect(opening(url)).rejects.toThrow('there is no stix-shifter host')
  })
})

test('a driver that is closed leaves no connection behind', async () => {
  const asked = Promise.withResolvers<Socket>()
  const driver = await toHost((_, request) => asked.resolve(request.socket))
  const calling = driver.call(aCall({ method: 'status', arguments: ['id'] }))
  const hungUp = once(await asked.promise, 'close')
  await driver.close()
  await hungUp
  await calling
})
