import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { request as httpsRequest } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startMockDataSource } from '../../../mock-datasource/index.ts'
import { MAIN } from '../../support/command-line/paths.ts'

const QUERY = 'SELECT * FROM events'

interface Running {
  readonly printed: string
  readonly errors: () => string
  readonly url: string
  /** Asks the control plane. */
  control(path: string): Promise<unknown>
  /** Asks the API, with the credentials printed. */
  api(path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>
  stop(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: string | null }>
}

function fact(printed: string, name: string): string {
  return new RegExp(`^  ${name} +(.*)$`, 'm').exec(printed)?.[1] ?? ''
}

/** Starts `mock` in a process of its own, on a free port; resolves when it has printed all that it prints. */
async function run(...options: string[]): Promise<Running> {
  const child = spawn(process.execPath, [MAIN, 'mock', '--port', '0', ...options])
  let printed = ''
  let errors = ''
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await ended
  })
  child.stderr.setEncoding('utf8').on('data', (piece) => {
    errors += piece
  })
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    printed += piece
  })
  await expect
    .poll(() => printed.includes('Ctrl-C') || child.exitCode !== null, { timeout: 20_000 })
    .toBe(true)
  expect(errors === '' || errors.startsWith('warning:') ? '' : errors).toBe('')
  const url = /listening on (\S+)/.exec(printed)?.[1] ?? ''
  const auth = Buffer.from(`${fact(printed, 'username')}:${fact(printed, 'password')}`)
  const http = (path: string, body?: unknown) =>
    fetch(`${url}${path}`, {
      headers: {
        authorization: `Basic ${auth.toString('base64')}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    })
  return {
    printed,
    errors: () => errors,
    url,
    control: async (path) => (await http(`/_mock${path}`)).json(),
    api: async (path, body) => {
      const answer = await http(`/api/v1${path}`, body)
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      const [code, by] = await ended
      return { code, signal: by }
    },
  }
}

/** Runs `mock` with options that it cannot use. */
async function refused(...options: string[]): Promise<{ code: number; lines: string[] }> {
  try {
    await promisify(execFile)(process.execPath, [MAIN, 'mock', '--port', '0', ...options])
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    expect(stdout).toBe('')
    return { code, lines: stderr.trimEnd().split('\n') }
  }
  throw new Error('it was not refused')
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'mock-test-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return path
}

test('it prints where it is, who may ask, and lines that can be pasted as they are', async () => {
  const mock = await run('--http', '--username', "o'neil", '--password', 'p$w "x"')
  expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await mock.api('/ping')).status).toBe(200)
  const curls = mock.printed.split('\n').filter((line) => line.startsWith('curl'))
  const operations = []
  for (const line of curls) {
    const words = await promisify(execFile)('sh', [
      '-c',
      `set -- ${line.slice(5)}; printf '%s\\n' "$@"`,
    ])
    operations.push(words.stdout.trimEnd().split('\n'))
  }
  expect(operations).toHaveLength(7)
  for (const words of operations.slice(0, 6)) expect(words).toContain('o\'neil:p$w "x"')
  expect(operations.map((words) => words.at(-1)?.slice(mock.url.length))).toEqual([
    '/api/v1/ping',
    '/api/v1/searches',
    '/api/v1/searches/example',
    '/api/v1/searches/example/results?offset=0&limit=10',
    '/api/v1/searches/example',
    '/api/v1/events/query',
    '/_mock/journal',
  ])
})

test('the connection and configuration that it prints are what a connector takes', async () => {
  const mock = await run('--username', "o'neil")
  const assignments = mock.printed
    .split('\n')
    .filter((line) => /^(connection|configuration)=/.test(line))
  const script = `${assignments.join('\n')}\nprintf '%s\\n' "$connection" "$configuration"`
  const { stdout } = await promisify(execFile)('sh', ['-c', script])
  const [connection, configuration] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(connection).toMatchObject({ host: '127.0.0.1', port: Number(new URL(mock.url).port) })
  expect(connection.selfSignedCert).toContain('BEGIN CERTIFICATE')
  expect(configuration).toEqual({
    auth: { username: "o'neil", password: fact(mock.printed, 'password') },
  })
  for (const method of ['ping', 'is_async', 'query', 'status', 'results', 'delete']) {
    expect(mock.printed).toMatch(
      new RegExp(`transmit .*"\\$connection" "\\$configuration" ${method}`),
    )
  }
})

test('over HTTPS it writes the certificate to trust into a file, and takes it away again', async () => {
  const mock = await run()
  const path = fact(mock.printed, 'certificate')
  const ca = await readFile(path)
  const sent = httpsRequest(`${mock.url}/api/v1/ping`, {
    ca,
    headers: { 'x-auth-token': fact(mock.printed, 'token') },
  }).end()
  const [answer] = await once(sent, 'response')
  expect(answer.statusCode).toBe(200)
  expect(await mock.stop()).toEqual({ code: 0, signal: null })
  expect(existsSync(path)).toBe(false)
})

test("a certificate of one's own is served, and can be written where one wants it", async () => {
  const { makeCertificate } = await import('../../../mock-datasource/index.ts')
  const { cert, key } = await makeCertificate()
  const at = await folder()
  await writeFile(join(at, 'cert.pem'), cert)
  await writeFile(join(at, 'key.pem'), key)
  const out = join(at, 'out.pem')
  const mock = await run(
    '--cert',
    join(at, 'cert.pem'),
    '--key',
    join(at, 'key.pem'),
    '--cert-out',
    out,
    '--connection-out',
    join(at, 'connection.json'),
  )
  expect(fact(mock.printed, 'certificate')).toBe(out)
  expect((await stat(join(at, 'connection.json'))).mode & 0o777).toBe(0o600)
  expect(JSON.parse(await readFile(join(at, 'connection.json'), 'utf8'))).toMatchObject({
    ...{ data_source: 'abc-security-monitor', url: mock.url, certificate: out, environment: {} },
    connection: { port: Number(new URL(mock.url).port), selfSignedCert: cert },
    configuration: { auth: { password: fact(mock.printed, 'password') } },
  })
  await mock.stop()
  expect(await readFile(out, 'utf8')).toBe(cert)
})

test('a certificate with a flaw is served, which a client refuses that trusts it', async () => {
  const mock = await run('--cert-flaw', 'expired')
  const ca = await readFile(fact(mock.printed, 'certificate'))
  const sent = httpsRequest(`${mock.url}/api/v1/ping`, { ca }).end()
  expect(await once(sent, 'error')).toEqual([expect.objectContaining({ code: 'CERT_HAS_EXPIRED' })])
})

test('a search is done at the first status call, as the guide shows it', async () => {
  const mock = await run('--http')
  await mock.api('/searches', { query: QUERY, query_id: 'it' })
  expect((await mock.api('/searches/it')).body).toMatchObject({
    status: 'COMPLETED',
    progress: 100,
  })
})

test('options shape the data source', async () => {
  const mock = await run(
    ...['--http', '--rows', '12', '--seed', '3', '--page-size', '5', '--ids', 'awkward'],
    ...['--progress', 'ms:500', '--fault', 'api-error,code=1010,operation=ping,times=1'],
    ...['--fault', '{"kind":"latency","milliseconds":0,"search":"12"}'],
  )
  expect(await mock.control('/state')).toMatchObject({
    settings: {
      seed: 3,
      max_page_size: 5,
      ids: 'awkward',
      data_set: { rows: 12, seed: 3 },
      progress: { by: 'clock', milliseconds: 500 },
    },
    faults: [
      { spec: { kind: 'api-error', code: '1010', operation: 'ping', times: 1 } },
      { spec: { kind: 'latency', search: '12' } },
    ],
  })
  expect((await mock.api('/ping')).status).toBe(503)
})

test('it holds no more searches than it may, and says so where it runs', async () => {
  const mock = await run('--http', '--max-searches', '1')
  expect((await mock.api('/searches', { query: QUERY })).status).toBe(201)
  const refusal = await mock.api('/searches', { query: QUERY })
  expect(refusal.status).toBe(429)
  expect(JSON.stringify(refusal.body)).toContain('--max-searches')
  await expect.poll(() => mock.errors()).toContain('--max-searches')
})

test("the user's own rows are served from a file", async () => {
  const file = join(await folder(), 'rows.csv')
  await writeFile(file, 'id,time,colour\n1,2026-01-01T00:00:00Z,red\n')
  const mock = await run('--http', '--data', file)
  const { body } = await mock.api('/events/query', { query: 'SELECT id, colour FROM events' })
  expect(body['data']).toEqual([{ id: '1', colour: 'red' }])
})

test('what a state file holds goes on when it is started again, faults once', async () => {
  const state = join(await folder(), 'state.json')
  const options = [
    '--http',
    '--state',
    state,
    '--fault',
    'api-error,code=1010,operation=ping,after=1',
  ]
  const first = await run(...options, '--page-size', '5', '--ids', 'awkward')
  await first.api('/searches', { query: QUERY, query_id: 'kept' })
  await first.api('/ping')
  expect((await first.stop('SIGINT')).code).toBe(0)
  expect((await stat(state)).mode & 0o077).toBe(0)

  const second = await run(...options)
  expect(await second.control('/state')).toMatchObject({
    settings: { max_page_size: 5, ids: 'awkward' },
    searches: [{ search_id: 'kept' }],
    faults: [{ id: 'fault-1', seen: 1 }],
  })
  expect((await second.api('/ping')).status).toBe(503)
})

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  test('stops it at once and with 0, hung, idle and half-open connections or not', async () => {
    const mock = await run('--http', '--fault', 'hang,operation=ping')
    const hung = mock.api('/ping').then(
      () => 'answered',
      () => 'cut',
    )
    const silent = connect(Number(new URL(mock.url).port), '127.0.0.1')
    silent.on('error', () => undefined)
    const cut = once(silent, 'close')
    await expect
      .poll(async () => (await mock.control('/state')) as object)
      .toMatchObject({ counters: { requests: 1 } })
    expect(await mock.stop(signal)).toEqual({ code: 0, signal: null })
    expect(await hung).toBe('cut')
    await cut
    expect(mock.errors()).toBe('')
  })
})

test('a port in use is one line, with what to do', async () => {
  const other = await startMockDataSource({ scheme: 'http' })
  onTestFinished(() => other.close())
  const { code, lines } = await refused('--port', String(other.port))
  expect(code).toBe(2)
  expect(lines[0]).toBe(`error: Port ${other.port} of 127.0.0.1 is in use.`)
  expect(lines[1]).toContain('--port')
})

test.each([
  [['--data', '/does/not/exist.csv'], '/does/not/exist.csv'],
  [['--cert', '/no.pem', '--key', '/no.pem'], '--cert /no.pem'],
  [['--cert', 'package.json', '--key', 'package.json'], 'no server certificate'],
  [['--cert', '/no.pem'], 'together'],
  [['--cert-flaw', 'expird'], 'expired'],
  [['--state', '/does/not/exist/state.json'], '/does/not/exist'],
  [['--state', 'README.md'], 'is not JSON'],
  [['--cert-out', '/does/not/exist/cert.pem'], '/does/not/exist'],
  [['--connection-out', '/does/not/exist/connection.json'], '--connection-out /does'],
  [['--fault', 'typhoon'], 'api-error, http-status, latency, hang'],
  [['--fault', 'latency'], 'milliseconds'],
  [['--recipe', 'never-complets'], 'Did you mean never-completes?'],
  [
    ['--recipe', 'first-page-twice,pag=3'],
    'has no field "pag": it has page, times; did you mean page?',
  ],
  [['--scenario', '/does/not/exist.yaml'], '/does/not/exist.yaml'],
  [['--record', 'x'], '--from https://host:port'],
  [['--serve-recording', 'package.json'], 'is no HAR file'],
  [['--fault', 'reset,often'], "'often'"],
  [['--fault', '{"kind":'], 'JSON'],
  [['--progress', 'fast'], 'polls:N'],
  [['--ids', 'odd'], 'uuid, awkward'],
  [['--rows', '-3'], '--rows'],
  [['--rows', '2000000'], 'rows'],
  [['--port', '70000'], '--port 70000'],
  [['--http', '--https'], '--http'],
  [['--http', '--cert', 'package.json', '--key', 'package.json'], '--http'],
  [['--host', '0.0.0.0'], '--host 0.0.0.0'],
  [['--username', 'a:b'], 'colon'],
  [['--credentials', '{"username":1}'], 'username'],
  [['--credentials', '{"usrname":"me"}'], '"usrname"'],
  [['--credentials', '{}', '--token', 't'], '--token'],
  [['--nonsense'], '--nonsense'],
])('%j: one clear line, and exit 2', async (options, hint) => {
  const { code, lines } = await refused(...options)
  expect(code).toBe(2)
  expect(lines[0]).toMatch(/^error: /)
  expect(lines[0]).toContain(hint)
  expect(lines.length).toBeLessThanOrEqual(2)
})
