import { spawn } from 'node:child_process'
import { readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { localBlock } from '../../../../harness/report/lines/plain-block.ts'
import { readReportFile } from '../../../../harness/report/record/read-report-file.ts'
import type { CheckReport } from '../../../../harness/report/record/run-report.ts'
import { IN_VITEST } from '../../../support/command-line/paths.ts'
import { ConnectorFolder } from '../../../support/connector-folder.ts'

const VITEST = fileURLToPath(new URL('../../../../node_modules/vitest', import.meta.url))
/** The end of a window is taken to be inclusive. */
const BROKEN = 'results: (id, offset, length) => correct.results(id, offset, Number(length) + 1)'

/** What vitest's own JSON reporter writes, as far as it is read here. */
const VitestReport = z.looseObject({
  testResults: z.array(
    z.looseObject({
      message: z.string(),
      assertionResults: z.array(
        z.looseObject({
          ancestorTitles: z.array(z.string()),
          title: z.string(),
          status: z.enum(['passed', 'failed', 'skipped', 'pending']),
          failureMessages: z.array(z.string()).optional(),
        }),
      ),
    }),
  ),
})

/** A connector's folder with a vitest of its author's, and a test file of one call. */
async function projectWith(members: string, options: string) {
  const folder = await ConnectorFolder.make()
  await folder.writeConnector('my-connector.mjs', members)
  await symlink(VITEST, join(folder.path, 'node_modules', 'vitest'))
  // As vitest does with a package that is installed: it is loaded as it is.
  await writeFile(
    join(folder.path, 'vitest.config.mjs'),
    `export default { test: { server: { deps: { external: [/\\/\\.bundle\\//] } } } }\n`,
  )
  await writeFile(
    join(folder.path, 'contract.test.mjs'),
    `import { describe, test } from 'vitest'
import { describeConnectorContract } from ${JSON.stringify(IN_VITEST)}

describeConnectorContract('./my-connector.mjs', { describe, test, ${options} })
`,
  )
  return folder
}

/** Runs the author's vitest. */
async function runVitest(folder: ConnectorFolder, ...words: readonly string[]) {
  const output = join(folder.path, 'vitest.json')
  const args = ['run', '--root', '.', '--reporter=json', `--outputFile=${output}`, ...words]
  const child = spawn(process.execPath, [join(VITEST, 'vitest.mjs'), ...args], {
    cwd: folder.path,
    env: { PATH: `${dirname(process.execPath)}:${process.env['PATH']}` },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  const said = await text(child.stderr)
  const { testResults } = VitestReport.parse(JSON.parse(await readFile(output, 'utf8')))
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  return { exitCode: await exit, tests, said: said + testResults.map(({ message }) => message) }
}

/** How vitest's reporter calls what became of a check. */
const STATUS: Readonly<Record<CheckReport['state'], string>> = {
  held: 'passed',
  violated: 'failed',
  undecided: 'failed',
  'not-shown': 'failed',
  waived: 'skipped',
  'not-applicable': 'skipped',
}

describe('describeConnectorContract', { timeout: 120_000 }, () => {
  it('says what verify says, check by check, with the same counterexamples', async () => {
    const folder = await projectWith(
      BROKEN,
      "only: ['MODE', 'PAGE-1', 'PAGE-3'], http: true, runs: 1",
    )
    const ours = await runVitest(folder)
    const json = ['--json', 'report.json']
    await folder.run(
      'verify',
      './my-connector.mjs',
      '--only',
      'MODE,PAGE-1,PAGE-3',
      '--http',
      ...['--runs', '1'],
      ...json,
    )
    const content = await readFile(join(folder.path, 'report.json'), 'utf8')
    const [run] = readReportFile(content, 'report.json').runs
    if (run === undefined) throw new Error('verify has run nothing')

    const titles = new Map(ours.tests.map((each) => [each.title.split(': ')[0], each]))
    const excluded = run.plan.notApplicable.map(
      ({ check }) => ({ check, state: 'not-applicable' }) as const,
    )
    const { invariants = [], providers = [] } = run.plan
    const judged = [...run.checks, ...excluded].filter(({ check }) => !providers.includes(check))
    // One more: that the run is complete. What is left out is absent.
    expect(ours.tests).toHaveLength(judged.length + invariants.length + 1)
    for (const { check, state } of judged) {
      expect([check, titles.get(check)?.status]).toEqual([check, STATUS[state]])
    }
    expect(run.violations.length).toBeGreaterThan(1)
    for (const violation of run.violations) {
      const [message = ''] =
        titles.get(violation.invariant ?? violation.check)?.failureMessages ?? []
      expect(message).toContain(localBlock(violation).join('\n'))
    }
    expect(titles.get('the run is complete')?.status).toBe('passed')
    expect(ours.exitCode).toBe(1)
  })

  it('verifies no more than the tests that vitest was asked for, also side by side and in threads', async () => {
    const folder = await projectWith(
      '',
      "only: ['MODE-1', 'MODE-3', 'PAGE-3'], http: true, jobs: 1, runs: 1, store: false",
    )
    const words = ['-t', 'PAGE-3|MODE-1', '--pool=threads', '--sequence.concurrent']
    const { tests, exitCode } = await runVitest(folder, ...words)
    expect(exitCode).toBe(0)
    const passed = tests.filter(({ status }) => status === 'passed')
    expect(passed.map(({ title }) => title.split(':')[0])).toEqual([
      ...['MODE-1 every answer', 'MODE-1', 'PAGE-3 every answer', 'PAGE-3'],
    ])
    expect(passed.map(({ ancestorTitles }) => ancestorTitles)).toEqual(
      ['Mode', 'Mode', 'Pagination', 'Pagination'].map((family) => [
        'connector contract: ./my-connector.mjs',
        family,
      ]),
    )
  })

  it('goes by the configuration file as verify does', async () => {
    const folder = await projectWith('', 'jobs: 1, runs: 1')
    const config = { only: ['MODE'], http: true, declare: { mode: 'synchronous' } }
    await writeFile(join(folder.path, 'connector-contract.config.json'), JSON.stringify(config))
    const { tests } = await runVitest(folder)
    const names = tests.map(({ title, status }) => [title.split(':')[0], status])
    expect(names).toContainEqual(['MODE-2 asynchronous', 'skipped'])
    expect(names.map(([name]) => name)).not.toContain('PAGE-1')
  })

  it('fails in every test where the connector does not start', async () => {
    const folder = await projectWith('', "only: ['MODE'], http: true")
    await writeFile(join(folder.path, 'my-connector.mjs'), 'export default 1')
    const { tests, exitCode } = await runVitest(folder)
    expect(exitCode).toBe(1)
    expect(new Set(tests.map(({ status }) => status))).toEqual(new Set(['failed']))
    for (const { failureMessages } of tests) {
      expect(failureMessages?.join()).toContain('exports no connector factory')
    }
  })

  it('says what is wrong with a filter before anything is run', async () => {
    const folder = await projectWith('', "only: ['PAEG']")
    const { said, exitCode } = await runVitest(folder)
    expect(said).toContain('no check has a clause that begins with "PAEG"')
    expect(exitCode).toBe(1)
  })
})
