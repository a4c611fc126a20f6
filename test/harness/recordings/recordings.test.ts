import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { RecordingWriter } from '../../../harness/recordings/recording-writer.ts'
import { flawedCertificate, makeCertificate } from '../../../mock-datasource/index.ts'
import { openMock } from '../../mock-datasource/support/open-mock.ts'
import {
  connectorAt,
  newFolder,
  recordedMock,
  recorderOf,
  replayerOf,
  searched,
  textIn,
} from './support.ts'

/** A service that answers as it is told. */
async function service(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function messageOf(response: Response): Promise<unknown> {
  return ((await response.json()) as { readonly message: unknown }).message
}

describe('a recording of a mock', () => {
  it('gives a connector the same answers when it is served', async () => {
    const { mock, folder, answers } = await recordedMock()
    expect(answers).toMatchObject([
      { success: true },
      { success: true },
      { status: 'RUNNING' },
      { status: 'RUNNING' },
      { status: 'COMPLETED' },
      { data: { length: 10 } },
      { data: { length: 15 } },
      { success: true },
      { code: 'no_results' },
    ])
    const replayer = await replayerOf(folder)
    expect(await searched(connectorAt(replayer.port, mock))).toEqual(answers)
    expect(replayer.replayed.map(({ served }) => served?.n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('has a file for each search, and no secret in any', async () => {
    const { mock, folder, recorder } = await recordedMock()
    await searched(connectorAt(recorder.port, mock))
    const files = readdirSync(folder).filter((file) => file.startsWith('0'))
    expect(files).toEqual(['0001-post-api-v1-searches.ndjson', '0002-post-api-v1-searches.ndjson'])
    for (const file of files) {
      expect(readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')).toHaveLength(8)
    }
    for (const { value } of mock.control.secrets()) expect(textIn(folder)).not.toContain(value)
    expect(recorder.ended[0]?.at).toEqual(['request header authorization'])
  })

  it('goes on where it is, and tells what is asked beyond it with the nearest exchange', async () => {
    const { mock, folder } = await recordedMock()
    new RecordingWriter(folder, mock.url).add({
      request: { method: 'GET', path: '/api/v1/extra', headers: [] },
      response: { status: 200, headers: [] },
    })
    const replayer = await replayerOf(folder)
    expect((await fetch(`${replayer.url}/api/v1/extra`)).status).toBe(200)
    expect((await fetch(`${replayer.url}/api/v1/extra`)).status).toBe(200)
    const refused = await fetch(`${replayer.url}/api/v1/extras`)
    expect([refused.status, await messageOf(refused)]).toEqual([
      501,
      'this request is in no exchange of the recording; the nearest is exchange 10: GET /api/v1/extra',
    ])
    expect(replayer.replayed.map(({ served, again }) => [served?.n, again])).toEqual([
      ...[
        [10, undefined],
        [10, true],
        [undefined, undefined],
      ],
    ])
  })
})

describe('what stands before a service', () => {
  it('passes on and keeps whole what is long, streamed, binary or compressed', async () => {
    const long = Buffer.alloc(3_000_000, 'lang')
    const binary = Buffer.from([0, 255, 254, 1])
    const origin = await service((request, response) => {
      if (request.url === '/long')
        response.write(long.subarray(0, 5), () => response.end(long.subarray(5)))
      else if (request.url === '/binary') response.end(binary)
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed'))
    })
    const folder = newFolder()
    const recorder = await recorderOf({ origin }, folder)
    const read = async (url: string, path: string) =>
      Buffer.from(await (await fetch(`${url}${path}`)).arrayBuffer())
    for (const [path, bytes] of [
      ['/long', long],
      ['/binary', binary],
      ['/packed', Buffer.from('packed')],
    ] as const) {
      expect((await read(recorder.url, path)).equals(bytes)).toBe(true)
      await expect.poll(() => recorder.ended.at(-1)?.exchange.request.path).toBe(path)
      expect((await read((await replayerOf(folder)).url, path)).equals(bytes)).toBe(true)
    }
  })

  it('keeps the beginning of what is too long to keep, and passes on all of it', async () => {
    const long = Buffer.alloc(20_000_000, 'lang')
    const origin = await service((request, response) => {
      request.resume()
      request.once('end', () => response.end(long))
    })
    const recorder = await recorderOf({ origin }, newFolder(), { mostKept: 1_001 })
    const answer = await fetch(`${recorder.url}/long`, { method: 'POST', body: 'x'.repeat(2_000) })
    expect(Buffer.from(await answer.arrayBuffer()).equals(long)).toBe(true)
    await expect.poll(() => recorder.ended.length).toBe(1)
    expect(recorder.ended[0]?.exchange).toMatchObject({
      request: { body: { text: 'x'.repeat(1_001) } },
      response: { cut: true, body: { text: `${'lang'.repeat(250)}l` } },
    })
  })

  it('masks what is named like a secret, and knows it again wherever it stands', async () => {
    const origin = await service((request, response) => {
      request.resume()
      response.setHeader('set-cookie', 'sid=cookie-of-the-session; Path=/')
      response.setHeader('content-type', 'application/json')
      response.end(
        '{"sessionKey":"key+of/session","next_page_token":"page-2","note":"key%2Bof%2Fsession"}',
      )
    })
    const folder = newFolder()
    const recorder = await recorderOf({ origin }, folder)
    const basic = Buffer.from('ann:pass word').toString('base64')
    await fetch(`${recorder.url}/log-in?api_key=key-in-the-url&q=pass%20word`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${basic}`,
        sec: 'token-of-an-api',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'username=ann&password=form-password',
    })
    await expect.poll(() => recorder.ended.length).toBe(1)
    const text = textIn(folder)
    for (const secret of [basic, 'pass word', 'pass%20word', 'form-password', 'key-in-the-url']) {
      expect(text).not.toContain(secret)
    }
    for (const secret of ['token-of-an-api', 'key+of/session', 'key%2Bof', 'cookie-of']) {
      expect(text).not.toContain(secret)
    }
    expect(text).toContain('page-2')
    expect(text).toContain('username=ann')
    expect(recorder.ended[0]?.at).toEqual([
      ...[
        'request header authorization',
        'request header sec',
        'request member password',
        'parameter api_key',
        'path',
      ],
      ...['response header set-cookie', 'response member sessionKey', 'response body'],
    ])
  })

  it('says what keeps the service from answering, and looks at its certificate', async () => {
    const gone = await recorderOf({ origin: 'http://127.0.0.1:9' })
    const refused = await fetch(`${gone.url}/`)
    expect([refused.status, await messageOf(refused)]).toEqual([
      502,
      expect.stringMatching(/^connector-contract mock --record: the service does not answer: /),
    ])
    expect(gone.ended).toMatchObject([{ exchange: { trouble: expect.any(String) } }])

    const mock = await openMock({ scheme: 'https' })
    const other = await makeCertificate()
    const origin = mock.url
    const distrusting = await recorderOf({ origin, ca: other.cert })
    expect((await fetch(`${distrusting.url}/api/v1/ping`)).status).toBe(502)
    expect(mock.control.journal.entries()).toEqual([])
    for (const trusting of [{ ca: mock.certificate }, { insecure: true }]) {
      const recorder = await recorderOf({ origin, ...trusting })
      expect((await fetch(`${recorder.url}/api/v1/ping`)).status).toBe(401)
    }
  })

  it('shows who asks, where the service wants to know', async () => {
    // Of another purpose than a server's: that of clients.
    const client = await flawedCertificate('other-purpose')
    const server = await makeCertificate()
    const asking = { requestCert: true, rejectUnauthorized: true, ca: client.cert }
    const service = createSecureServer({ ...server, ...asking }, (_, response) =>
      response.end('known'),
    ).listen(0, '127.0.0.1')
    onTestFinished(() => void service.close())
    await once(service, 'listening')
    const origin = `https://127.0.0.1:${(service.address() as AddressInfo).port}`
    const known = await recorderOf({ origin, ca: server.cert, ...client })
    expect(await (await fetch(`${known.url}/`)).text()).toBe('known')
    const unknown = await recorderOf({ origin, ca: server.cert })
    expect((await fetch(`${unknown.url}/`)).status).toBe(502)
  })

  it('gives a request up with its client, and writes down what it has', async () => {
    const asked = Promise.withResolvers<void>()
    const origin = await service(() => asked.resolve())
    const recorder = await recorderOf({ origin }, newFolder())
    const gone = new AbortController()
    const answer = fetch(`${recorder.url}/never`, { signal: gone.signal })
    await asked.promise
    gone.abort()
    await expect(answer).rejects.toThrow()
    await expect
      .poll(() => recorder.ended.map(({ exchange }) => exchange.trouble))
      .toEqual(['the client gave up before an answer came'])
  })

  it('writes into no folder that holds something else', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'thesis.txt'), '')
    expect(() => new RecordingWriter(folder, 'https://x')).toThrow(
      `--record ${folder} holds something that is no recording`,
    )
  })
})
