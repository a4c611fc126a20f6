import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DriftReport } from '../../../../harness/drift/drift-report.ts'
import type { Account } from '../../../../mock-datasource/index.ts'
import { MAIN } from '../../../support/command-line/paths.ts'
import { runProgram } from '../../../support/run-program.ts'
import { startedMock } from '../support/compared.ts'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'drift-test-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return path
}

/** Credentials as a user should give them. */
function environment({ credentials }: Account) {
  const { username = '', password = '' } = credentials
  return { ABC_USERNAME: username, ABC_PASSWORD: password }
}

describe('drift', () => {
  it('ends with 0 where the deployment is as the mock, and writes the report whole', async () => {
    const mock = await startedMock({
      scheme: 'https',
      settings: { maxPageSize: 1_000, dataSet: { rows: 1_500, seed: 3 } },
    })
    const path = await folder()
    const [cert, json] = [join(path, 'cert.pem'), join(path, 'drift.json')]
    await writeFile(cert, mock.certificate ?? '')
    const words = ['drift', '--url', mock.url, '--against', 'mock', '--cert', cert, '--json', json]
    const { exitCode, stdout, stderr } = await runProgram(words, environment(mock.account))
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(/^Drift, \d{4}-\d\d-\d\dT[\d:.]+Z\n {2}url {6}https:\/\/127/)
    expect(stdout).toMatch(/\nNothing differs\. 17 scenarios: 0 observations differ/)
    const report = DriftReport.parse(JSON.parse(await readFile(json, 'utf8')))
    expect(report).toMatchObject({ url: { name: `${mock.url}/api/v1` }, against: { name: 'mock' } })
    expect(report.notCompared).toEqual([])
    expect((await readdir(path)).toSorted()).toEqual(['cert.pem', 'drift.json'])
    expect(mock.control.state().searches).toEqual([])
  })

  it('ends with 1 where something differs, and shows both sides', async () => {
    const one = await startedMock({
      faults: [{ kind: 'schema-drift', operation: 'status', field: 'progress', to: '40' }],
    })
    const other = await startedMock({ settings: { seed: 2 } })
    const words = ['drift', '--url', one.url, '--against', other.url]
    const { ABC_USERNAME, ABC_PASSWORD } = environment(other.account)
    const against = { ABC_AGAINST_USERNAME: ABC_USERNAME, ABC_AGAINST_PASSWORD: ABC_PASSWORD }
    const { exitCode, stdout } = await runProgram(words, {
      ...environment(one.account),
      ...against,
    })
    expect(exitCode).toBe(1)
    expect(stdout).toContain("✗ A search's whole life › status: body\n")
    expect(stdout).toMatch(
      /\n {4}url {6}progress: Invalid input: expected number, received string\n/,
    )
    expect(stdout).toMatch(/\n {4}against {2}as the API says\n/)
    expect(stdout).toMatch(/\nThe two sides differ\. 17 scenarios: /)
    expect(stdout).not.toContain(one.account.credentials['password'])
    expect(stdout).not.toContain(other.account.credentials['password'])
  })

  it('ends with 3 and two lines where a side cannot be reached', async () => {
    const mock = await startedMock({ scheme: 'https' })
    const words = ['drift', '--url', mock.url]
    const { exitCode, stdout, stderr } = await runProgram(words, environment(mock.account))
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
    expect(stderr).toMatch(/^error: The certificate of \S+ is not trusted: .*\n.* --cert FILE\.\n$/)
  })

  it('deletes what it has made when it is interrupted, and ends with 3', async () => {
    const mock = await startedMock({ faults: [{ kind: 'hang', operation: 'results' }] })
    const env = { ...process.env, ...environment(mock.account) }
    const child = spawn(process.execPath, [MAIN, 'drift', '--url', mock.url], { env })
    const printed = text(child.stdout)
    const ended = once(child, 'exit')
    const hangs = () =>
      mock.control.journal.entries().some(({ operation }) => operation === 'results')
    await expect.poll(() => hangs() || child.exitCode !== null, { timeout: 20_000 }).toBe(true)
    child.kill('SIGINT')
    expect(await ended).toEqual([3, null])
    expect(await printed).toContain('stopped in "search-life": it was interrupted')
    expect(mock.control.state().searches).toEqual([])
  })

  it.each([
    ['no address', ['drift'], "required option '--url <url>' not specified"],
    [
      'a report in no folder',
      ['drift', '--url', 'https://abc.example', '--token', 'tok', '--json', 'no/drift.json'],
      '--json no/drift.json cannot be written',
    ],
  ])('ends with 2 where it is given %s', async (_what, words, problem) => {
    const { exitCode, stdout, stderr } = await runProgram(words)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr.split('\n')[0]).toContain(problem)
  })
})
