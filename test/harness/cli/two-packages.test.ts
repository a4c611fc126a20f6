import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenPath } from '../../broken/support/broken-files.ts'
import { runProgram } from '../../support/run-program.ts'

/**
 * A repository of two packages with the same defect, as a pipeline has it: a clone without history, a variable that says
 * where it lies, one step for each package, from the root. The files are what a server is given.
 */
const PACKAGES = ['a', 'b'] as const
const ENDS_INCLUSIVE = join(process.cwd(), brokenPath('page-1-end-inclusive.ts'))

let folder: string
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

beforeAll(async () => {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'two-packages-')))
  const origin = join(parent, 'origin')
  for (const name of PACKAGES) {
    mkdirSync(join(origin, 'packages', name), { recursive: true })
    const module = `export { default } from ${JSON.stringify(ENDS_INCLUSIVE)}\n`
    writeFileSync(join(origin, 'packages', name, 'index.ts'), module)
    const config = { target: { module: './index.ts' }, only: ['PAGE-3'], runs: 1, http: true }
    writeFileSync(
      join(origin, 'packages', name, 'connector-contract.config.json'),
      JSON.stringify(config),
    )
  }
  writeFileSync(join(origin, 'package.json'), '{"type":"module"}')
  folder = join(parent, 'clone')
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...words], {
      cwd: origin,
      stdio: 'ignore',
    })
  git('init')
  git('add', '.')
  git('commit', '-m', 'two packages')
  git('clone', '--depth', '1', `file://${origin}`, folder)
  for (const name of PACKAGES) {
    const { exitCode } = await runProgram(
      [
        ...['verify', '--config', `packages/${name}/connector-contract.config.json`],
        ...['--report', `sarif=${name}.sarif`, '--report', `junit=${name}.xml`],
        ...['--report', `github=${name}.txt`, '--report', `badge=${name}.json`],
      ],
      { CI: 'true' },
      folder,
    )
    expect(exitCode).toBe(1)
  }
}, 120_000)
afterAll(() => rmSync(join(folder, '..'), { recursive: true }))

describe('two connectors of one repository in one pipeline', () => {
  it('are kept apart by category, fingerprints and files in SARIF', () => {
    const runs = PACKAGES.map((name) => JSON.parse(read(`${name}.sarif`)).runs[0])
    const each = (pick: (run: (typeof runs)[number]) => string) => runs.map(pick)
    for (const apart of [
      each(({ automationDetails }) => automationDetails.id),
      each(({ results }) => JSON.stringify(results[0].partialFingerprints)),
    ]) {
      expect(new Set(apart).size).toBe(2)
    }
    const { uri } = runs[1].results[0].locations[0].physicalLocation.artifactLocation
    expect(uri).toBe('packages/b/index.ts')
  })

  it('are kept apart in JUnit, annotations and badges', () => {
    for (const form of ['xml', 'txt']) {
      expect(read(`a.${form}`)).toContain('packages/a')
      expect(read(`a.${form}`)).not.toContain('packages/b')
      expect(read(`b.${form}`)).toContain('packages/b')
    }
    expect(read('b.txt')).toContain('file=packages/b/index.ts')
    expect(JSON.parse(read('a.json')).label).not.toBe(JSON.parse(read('b.json')).label)
  })

  it('keep their failures apart, each of which is found again where it lies', async () => {
    const { stdout: said, exitCode } = await runProgram(['replay'], {}, folder)
    expect(exitCode).toBe(1)
    expect(said.match(/STILL VIOLATED/g)).toHaveLength(2)
  })

  it('are verified again by the command that each report names', async () => {
    const [, command = ''] = /(npx connector-contract verify .*)/.exec(read('b.txt')) ?? []
    expect(command).toContain('--config packages/b/connector-contract.config.json')
    const words = command.split(' ').slice(2)
    expect((await runProgram(words, {}, folder)).exitCode).toBe(1)
  })
})
