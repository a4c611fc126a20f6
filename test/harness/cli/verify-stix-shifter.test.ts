import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ConnectorFolder } from '../../support/connector-folder.ts'
import { runProgram } from '../../support/run-program.ts'
import { STAND_IN } from '../drivers/stix-shifter/open-stand-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'connector-contract-'))
afterAll(() => rmSync(folder, { recursive: true }))

const wordsFor = (module: string, ...words: readonly string[]) =>
  [
    ...['verify', '--jobs', '1', '--runs', '1'],
    ...['--stix-shifter', STAND_IN, '--module', module, ...words],
  ] as const
/** Its name is that of no data source. */
const AT_ABC = ['--data-source', 'abc']
const verify = (module: string, ...words: readonly string[]) =>
  runProgram(wordsFor(module, '--no-store', ...words))

describe('verify of a module of stix-shifter', { timeout: 120_000 }, () => {
  it('holds the reference in Python for correct', async () => {
    const path = join(folder, 'held.json')
    const { exitCode, stdout, stderr } = await verify(
      'abc_security_monitor',
      ...['--only', 'MODE-1,PAGE-3,ERR-5', '--runs', '3', '--json', path],
    )
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain('stix-shifter (a new StixTransmission a call), asynchronous')
    const [run] = JSON.parse(readFileSync(path, 'utf8')).runs
    expect(run).toMatchObject({ driver: 'stix-shifter', trouble: [], violations: [] })
    // Nobody has named a data source: it is the one of the module's name.
    expect(run.data_source).toMatchObject({ name: 'abc-security-monitor', named_by: 'module' })
  })

  it('finds what is broken, and gives the lines that bring it back', async () => {
    const folder = await ConnectorFolder.make()
    const { exitCode, stdout } = await folder.run(...wordsFor('odd', ...AT_ABC, '--only', 'LIFE-1'))
    // It breaks the clause, but asks no data source anything.
    expect(exitCode).toBe(3)
    expect(stdout).toContain('✗ LIFE-1')
    const [, id = ''] = /replay ([0-9a-f]{8})/.exec(stdout) ?? []
    const again = await folder.run('replay', id)
    expect(again.exitCode).toBe(1)
    expect(again.stdout).toContain(`STILL VIOLATED  ${id}  LIFE-1  odd of ${STAND_IN}`)
  })

  it('ends with 3 where the driver itself is broken, and accuses nobody', async () => {
    const { exitCode, stdout, stderr } = await verify(
      'writes_a_bad_line',
      ...AT_ABC,
      '--only',
      'MODE-1',
    )
    expect(exitCode).toBe(3)
    expect(stdout).not.toContain('✗')
    expect(stderr).toContain('the worker of the stix-shifter driver is not understood')
  })

  it('ends with 3 where the module needs what is not installed, and says what to do', async () => {
    const { exitCode, stderr } = await verify('lacks_a_package', ...AT_ABC)
    expect(exitCode).toBe(3)
    expect(stderr).toContain("No module named 'package_that_nobody_has'")
    expect(stderr).toContain('pip install -r')
  })

  it('ends with 3 where nobody has described its data source, and leaves that in the record', async () => {
    const path = join(folder, 'not-described.json')
    const { exitCode, stderr } = await verify('odd', '--json', path)
    expect(exitCode).toBe(3)
    expect(stderr.trimEnd().split('\n')).toHaveLength(2)
    expect(stderr).toContain('no data source "odd" is built in')
    expect(stderr).toContain('data-source new odd --from-stix-shifter FOLDER')
    const { runs, closing } = JSON.parse(readFileSync(path, 'utf8'))
    expect({ runs, complete: closing.complete }).toEqual({ runs: [], complete: false })
  })

  it('ends with 2 where a module is named twice', async () => {
    const { exitCode, stderr } = await verify('odd', './mine.ts')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('another target (./mine.ts)')
  })
})
