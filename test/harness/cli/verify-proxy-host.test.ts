import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { makeCertificate } from '../../../mock-datasource/index.ts'
import { runProgram } from '../../support/run-program.ts'
import { startHost } from '../drivers/fixtures/start-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'connector-contract-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ended: (() => void)[] = []
afterEach(() => {
  for (const end of ended.splice(0)) end()
})

/** Where a host answers so until the test is over; undefined: 404. */
async function serving(
  answer: (path: string | undefined, body: string) => string | undefined,
): Promise<string> {
  const server = createServer(async (request, response) => {
    const said = answer(request.url, await text(request))
    response.writeHead(said === undefined ? 404 : 200).end(said)
  })
  ended.push(() => server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

const verify = (...words: readonly string[]) =>
  runProgram(['verify', '--jobs', '1', '--no-store', '--runs', '1', ...words])

describe('verify of a connector that a host runs', { timeout: 120_000 }, () => {
  it('judges it, and says what the transport leaves out', async () => {
    const host = await startHost(await makeCertificate())
    const path = join(folder, 'held.json')
    const { exitCode, stdout, stderr } = await verify(
      ...['--proxy-host', host.url, '--proxy-cert', host.certificate, '--module', 'abc'],
      ...['--only', 'MODE-1,PAGE-3,PAGE-6,PAGE-7', '--runs', '3', '--json', path],
    )
    await host.close()
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain(`abc on ${host.url}  proxy-host (one request a call), asynchronous`)
    expect(stdout).toContain('not seen: what the connector prints')
    expect(stdout).toContain('not carried: metadata')
    const [run] = JSON.parse(readFileSync(path, 'utf8')).runs
    const outcomes = Object.fromEntries(
      run.clauses.map(({ clause, outcome }: Record<string, string>) => [clause, outcome]),
    )
    expect(outcomes).toMatchObject({
      'MODE-1': 'held',
      'PAGE-3': 'held',
      'PAGE-6': 'not-applicable',
      'PAGE-7': 'not-applicable',
    })
    expect(
      run.clauses.find(({ clause }: Record<string, string>) => clause === 'PAGE-6').reason,
    ).toBe("metadata: stix-shifter's host does not hand it on to the connector")
  })

  it('ends with 3, and says why, where the host is gone once the checks begin', async () => {
    let probes = 0
    const url = await serving((path, body) => {
      if (body.includes('connector_contract_probe')) probes += 1
      if (path === '/is_async') return 'True'
      return probes > 1 ? undefined : '{"success": true}'
    })
    const { exitCode, stdout } = await verify('--proxy-host', url, '--only', 'MODE-1,ENV-1')
    expect(exitCode).toBe(3)
    expect(stdout.split('there is no stix-shifter host')).toHaveLength(2)
  })

  it('gives a line that repeats a violation at the same host', async () => {
    let turn = 0
    const url = await serving((path) => {
      turn += 1
      return path === '/is_async' && turn % 2 === 0 ? 'False' : 'True'
    })
    const { exitCode, stdout } = await verify('--proxy-host', url, '--only', 'MODE-1')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('✗ MODE-1')
    expect(stdout).toContain(`npx connector-contract verify --proxy-host ${url} --only MODE-1`)
  })

  it('ends with 3 where there is no host, and says what to do', async () => {
    const { exitCode, stderr } = await verify('--proxy-host', 'http://127.0.0.1:1')
    expect(exitCode).toBe(3)
    expect(stderr).toContain('http://127.0.0.1:1 cannot be called: nothing listens there')
    expect(stderr).toContain('Start the host first')
  })

  it('ends with 2 where credentials would go out in the clear', async () => {
    const { exitCode, stderr } = await verify('--proxy-host', 'http://192.0.2.1:5000')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('in the clear')
  })
})
