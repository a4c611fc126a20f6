import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type MockDataSource, startMockDataSource } from '../../../mock-datasource/index.ts'
import { MAIN } from '../../support/command-line/paths.ts'
import { runProgram } from '../../support/run-program.ts'
import { madeInteraction, madePact } from '../pacts/made-pact.ts'

const PACT = 'contracts/pacts/abc-security-monitor-connectors.json'

describe('verify-provider', () => {
  let folder: string
  let deployment: MockDataSource
  let options: readonly string[]
  let environment: Readonly<Record<string, string>>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connector-contract-'))
    deployment = await startMockDataSource({ settings: { progress: { by: 'polls', polls: 1 } } })
    const certificate = join(folder, 'cert.pem')
    await writeFile(certificate, deployment.certificate ?? '')
    options = ['--url', deployment.url, '--cert', certificate]
    const { username = '', password = '' } = deployment.account.credentials
    environment = { ABC_USERNAME: username, ABC_PASSWORD: password }
    return async () => {
      await deployment.close()
      await rm(folder, { recursive: true, force: true })
    }
  })

  const operations = () =>
    deployment.control.journal.entries().map(({ operation }) => operation ?? '')

  it('verifies the embedded mock where no deployment is named', async () => {
    const { exitCode, stdout } = await runProgram(['verify-provider', PACT])
    expect(stdout).toContain('56 interactions: 56 held.')
    expect(exitCode).toBe(0)
  })

  it('changes nothing at a deployment, and lists what it therefore left out', async () => {
    deployment.control.reset()
    const { exitCode, stdout } = await runProgram(
      ['verify-provider', PACT, ...options],
      environment,
    )
    expect(stdout).toMatch(/✓ a ping\n/)
    expect(stdout).toMatch(/✓ the last page of a synchronous query/)
    expect(stdout).toMatch(/· a query that makes a search +it makes or deletes a search/)
    expect(stdout).toMatch(/· ping answered with error 1010.* a deployment cannot be made to fail/)
    expect(stdout).toMatch(/56 interactions: \d+ held, \d+ not verified\./)
    expect(exitCode).toBe(0)
    expect(operations()).not.toContain('create')
    expect(operations()).not.toContain('delete')
  })

  it('makes searches with --allow-writes, and deletes every one of them again', async () => {
    deployment.control.reset()
    const words = ['verify-provider', PACT, ...options, '--allow-writes']
    const { exitCode, stdout } = await runProgram(words, environment)
    expect(stdout).toMatch(/✓ a query that makes a search/)
    expect(stdout).toMatch(/✓ the last page of results/)
    expect(exitCode).toBe(0)
    expect(operations()).toContain('create')
    expect(deployment.control.state().searches).toEqual([])
  })

  it('deletes the search that it waits for where it is stopped, and exits 3', async () => {
    const slow = await startMockDataSource({
      settings: { progress: { by: 'polls', polls: 1_000 } },
    })
    const cert = join(folder, 'slow.pem')
    await writeFile(cert, slow.certificate ?? '')
    const words = ['verify-provider', PACT, '--url', slow.url, '--cert', cert, '--allow-writes']
    const { username = '', password = '' } = slow.account.credentials
    const child = spawn(process.execPath, [MAIN, ...words], {
      env: { ...process.env, ABC_USERNAME: username, ABC_PASSWORD: password },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const stderr = text(child.stderr)
    const exited = once(child, 'exit')
    const waits = () => slow.control.state().searches.some(({ polls }) => polls > 0)
    await vi.waitUntil(waits, { timeout: 20_000, interval: 20 })
    child.kill('SIGINT')
    const [exitCode] = await exited
    expect(await stderr).toBe('error: stopped before its end\n')
    expect(exitCode).toBe(3)
    expect(slow.control.state().searches).toEqual([])
    await slow.close()
  })

  it('exits 1 where the data source does not do what a pact says', async () => {
    const path = join(folder, 'strict.json')
    await writeFile(path, JSON.stringify(madePact(madeInteraction({ response: { status: 204 } }))))
    const { exitCode, stdout } = await runProgram(['verify-provider', path])
    expect(stdout).toContain('expected 204 but was 200')
    expect(exitCode).toBe(1)
  })

  it('fills in what a pact has placeholders for, shows none of it, and asks for what is missing', async () => {
    const path = join(folder, 'secrets.json')
    const placeholder = '{{secret configuration.tenant, plain}}'
    const request = { path: `/api/v1/searches/${placeholder}`, generators: {}, headers: {} }
    await writeFile(path, JSON.stringify(madePact(madeInteraction({ request }))))
    const asked = await runProgram(['verify-provider', path])
    expect(asked).toMatchObject({ exitCode: 2, stdout: '' })
    expect(asked.stderr).toContain('was recorded with configuration.tenant, which is secret')
    expect(asked.stderr).toContain('Give it again, with --configuration.')
    const given = ['--configuration', '{"tenant":"tenant-4711"}']
    const { stdout, exitCode } = await runProgram(['verify-provider', path, ...given])
    expect(stdout).toContain('GET /api/v1/searches/<configuration.tenant>')
    expect(exitCode).toBe(1)
  })

  it('exits 3 where nothing could be verified', async () => {
    const path = join(folder, 'writing.json')
    const creates = madeInteraction({ request: { method: 'POST', path: '/api/v1/searches' } })
    await writeFile(path, JSON.stringify(madePact(creates)))
    const { exitCode } = await runProgram(['verify-provider', path, ...options], environment)
    expect(exitCode).toBe(3)
  })

  it('shows neither credentials that a deployment sends back, nor what would drive a terminal', async () => {
    const server = createServer((request, response) => {
      response.end(`you are ${request.headers.authorization} \u001b[2J`)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const path = join(folder, 'ping.json')
    await writeFile(path, JSON.stringify(madePact()))
    const words = ['verify-provider', path, '--url', `http://127.0.0.1:${port}`]
    const { exitCode, stdout } = await runProgram(words, environment)
    server.close()
    const { username = '', password = '' } = deployment.account.credentials
    const sent = Buffer.from(`${username}:${password}`).toString('base64')
    expect(stdout).toContain('you are Basic')
    expect(stdout).not.toContain(sent)
    expect(stdout).not.toContain('\u001b')
    expect(exitCode).toBe(1)
  })

  describe('says in one line what is wrong with a deployment', () => {
    const failing = async (
      words: readonly string[],
      env: Readonly<Record<string, string>> = environment,
    ) => {
      const { exitCode, stdout, stderr } = await runProgram(
        ['verify-provider', PACT, ...words],
        env,
      )
      expect(stdout).toBe('')
      return { exitCode, line: stderr.split('\n')[0] ?? '', hint: stderr.split('\n')[1] ?? '' }
    }

    it('that does not answer', async () => {
      const { exitCode, line } = await failing(['--url', await closedOrigin()])
      expect(line).toMatch(/^error: http:\/\/127\.0\.0\.1:\d+ does not answer: .*ECONNREFUSED/)
      expect(exitCode).toBe(3)
    })

    it('whose certificate is not trusted', async () => {
      const { exitCode, line, hint } = await failing(['--url', deployment.url])
      expect(line).toMatch(/does not answer: .*certificate/i)
      expect(hint).toContain('--cert')
      expect(exitCode).toBe(3)
    })

    it('that redirects', async () => {
      const server = createServer((_request, response) => {
        response.writeHead(301, { location: 'https://elsewhere.example/' }).end()
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as AddressInfo
      const { exitCode, line } = await failing(['--url', `http://127.0.0.1:${port}`])
      server.close()
      expect(line).toContain('redirects to https://elsewhere.example/')
      expect(exitCode).toBe(2)
    })

    it('that wants other credentials', async () => {
      const wrong = { ABC_USERNAME: 'somebody', ABC_PASSWORD: 'secret-of-somebody' }
      const { exitCode, line, hint } = await failing(options, wrong)
      expect(line).toContain('does not take these credentials (HTTP 401)')
      expect(`${line}${hint}`).not.toContain('secret-of-somebody')
      expect(exitCode).toBe(2)
    })

    it('for which there are no credentials', async () => {
      const { exitCode, line } = await failing(options, {})
      expect(line).toBe('error: a deployment wants credentials')
      expect(exitCode).toBe(2)
    })

    it('whose URL holds credentials, without repeating them', async () => {
      const { exitCode, line } = await failing(['--url', 'https://me:hidden@127.0.0.1:1'])
      expect(line).toBe('error: --url holds a user name or a password')
      expect(exitCode).toBe(2)
    })
  })
})

/** An address of this machine at which nothing listens any more. */
async function closedOrigin(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}
