import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConnectorFolder } from '../../support/connector-folder.ts'
import { madeFailure } from '../../support/made-failure.ts'
import type { Ended } from '../../support/run-program.ts'

/** All that is listed, and no more: what is kept is the same, and a whole profile takes its time. */
const SHORT = ['--only', 'PAGE-1', '--runs', '1', '--http', '--jobs', '1'] as const
const VERIFY = ['verify', './mine.ts', ...SHORT] as const
const INCLUSIVE_END = `results: (id, offset, length, metadata) =>
  correct.results(id, offset, Number(length) + 1, metadata)`

/** What `verify` says of that connector and keeps of it, which is the same in each folder. */
let found: Promise<{ first: Ended; id: string; failure: string }> | undefined

/** A folder with a connector that `verify` has found to be broken. */
async function brokenFolder() {
  const folder = await ConnectorFolder.make()
  await folder.writeConnector('mine.ts', INCLUSIVE_END)
  const kept = join(folder.path, '.connector-contract', 'failures')
  found ??= find(folder, kept)
  const { first, id, failure } = await found
  await mkdir(kept, { recursive: true })
  await writeFile(join(kept, `${id}.json`), failure)
  return { folder, first, id, kept }
}

async function find(folder: ConnectorFolder, kept: string) {
  const first = await folder.run(...VERIFY)
  const [, id = ''] = /^ {4}Again {5}npx connector-contract replay (\S+)$/m.exec(first.stdout) ?? []
  expect(await readdir(kept)).toEqual([`${id}.json`])
  return { first, id, failure: await readFile(join(kept, `${id}.json`), 'utf8') }
}

/** What a report says of its one violation, by its labels, but for what a single case cannot say. */
function blockIn(report: string) {
  const [block = ''] = /^ {4}Case .*?\n$/ms.exec(report) ?? []
  const parts = block.split(/^ {4}(?=\S)/m).map((part) => [part.slice(0, 10).trim(), part])
  const { Extent: _, Also: __, ...said } = Object.fromEntries(parts)
  return said
}

// Each run is a process with workers of its own; several at once would only wait for each other.
describe('a failure that another machine has kept', { timeout: 60_000 }, () => {
  it('is not run before its user says so, who is told what it would run', async () => {
    const folder = await ConnectorFolder.make()
    const prefix = ['sh', '-c', 'touch ran; echo "\u001b[2J"']
    const kept = join(folder.path, '.connector-contract', 'failures')
    await mkdir(kept, { recursive: true })
    await writeFile(
      join(kept, '1a2b3c4d.json'),
      JSON.stringify(madeFailure({ target: { kind: 'command', prefix } })),
    )
    const { stdout, exitCode } = await folder.run('replay')
    expect(exitCode).toBe(3)
    expect(stdout).toContain(
      String.raw`runs the command sh -c $'touch ran; echo "\e[2J"'`.slice(0, 40),
    )
    expect(stdout).toContain('add --run')
    expect(stdout).not.toContain('\u001b')
    expect(await readdir(folder.path)).not.toContain('ran')
    await folder.run('replay', '--run')
    expect(await readdir(folder.path)).toContain('ran')
  })
})

describe('a failure that verify has found', { timeout: 120_000 }, () => {
  it('is kept, replayed while it is there, and forgotten once it is not', async () => {
    const { folder, first, id, kept } = await brokenFolder()
    expect(first.exitCode).toBe(1)
    expect(first.stdout).toContain(`    Debug     npx connector-contract reproduce ${id}\n`)
    expect(await readdir(kept)).toEqual([`${id}.json`])
    expect(await readFile(join(kept, `${id}.json`), 'utf8')).not.toContain(folder.path)

    const still = await folder.run('replay', id)
    expect(still.exitCode).toBe(1)
    expect(still.stdout).toMatch(new RegExp(`^STILL VIOLATED  ${id}  PAGE-1  ./mine.ts\n`))
    // Which run it was found by is not kept.
    expect(blockIn(still.stdout)).toEqual(blockIn(first.stdout.replace(' --runs 1', '')))
    expect(blockIn(still.stdout)).toHaveProperty('Actual')

    await folder.writeConnector('mine.ts', '')
    for (const words of [[id], []]) {
      expect(await folder.run('replay', ...words)).toEqual({
        exitCode: 0,
        stdout: `FIXED  ${id}  PAGE-1  ./mine.ts\n`,
        stderr: '',
      })
    }
    const last = await folder.run(...VERIFY)
    expect(last.exitCode).toBe(0)
    expect(last.stderr).toBe(
      `PAGE-1 holds now, also in what failed before, which is forgotten: ${id}\n`,
    )
    expect(await readdir(kept)).toEqual([])
    expect((await folder.run('replay')).stdout).toBe('No failure is kept below this folder.\n')
  })

  it('is reported the same when it is found again', async () => {
    const { folder, first } = await brokenFolder()
    const second = await folder.run(...VERIFY)
    const withoutTime = (report: string) => report.replace(/ in \d+\.\d s\./, '')
    expect(withoutTime(second.stdout)).toBe(withoutTime(first.stdout))
  })

  it('can be tried on another connector, a module or a command', async () => {
    const { folder, id } = await brokenFolder()
    expect(await folder.run('replay', id, 'abc')).toMatchObject({
      exitCode: 0,
      stdout: `FIXED  ${id}  PAGE-1  abc\n`,
    })
    const transmit = ['node', 'node_modules/.bin/connector-contract', 'transmit', './mine.ts']
    const command = await folder.run('replay', id, '--', ...transmit)
    expect(command.exitCode).toBe(1)
    expect(command.stdout).toContain(`STILL VIOLATED  ${id}  PAGE-1  ${transmit.join(' ')}\n`)
  })

  it('is neither kept nor tried with --no-store, and the report names no id to replay', async () => {
    const folder = await ConnectorFolder.make()
    await folder.writeConnector('mine.ts', INCLUSIVE_END)
    const { exitCode, stdout } = await folder.run(...VERIFY, '--no-store')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('    Again     npx connector-contract verify ./mine.ts')
    expect(stdout).not.toContain('replay')
    expect(await readdir(folder.path)).not.toContain('.connector-contract')
  })

  it('is found among files of others, which one line names', async () => {
    const { folder, id, kept } = await brokenFolder()
    await writeFile(join(kept, 'other.json'), 'not JSON')
    const replay = await folder.run('replay', id)
    expect(replay.exitCode).toBe(1)
    expect(replay.stderr).toMatch(/^warning: .*other\.json \(is not JSON\)\n$/)
    await folder.writeConnector('mine.ts', '')
    const verify = await folder.run(...VERIFY)
    expect(verify.exitCode).toBe(0)
    expect(verify.stderr).toContain('warning: ')
    expect(await readdir(kept)).toEqual(['other.json'])
  })

  it('that cannot be kept is a warning, and changes no verdict', async () => {
    const folder = await ConnectorFolder.make()
    await folder.writeConnector('mine.ts', INCLUSIVE_END)
    await writeFile(join(folder.path, '.connector-contract'), 'a file where the folder should be')
    const { exitCode, stdout, stderr } = await folder.run(...VERIFY)
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^warning: failures cannot be kept for replay: .*\n$/)
    expect(stdout).not.toContain('replay')
  })
})

describe('replay', () => {
  it('of an unknown id says which there are, and ends with 2', async () => {
    const folder = await ConnectorFolder.make()
    expect(await folder.run('replay', 'deadbeef')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('There is none at all.'),
    })
    await folder.keep(madeFailure())
    expect(await folder.run('replay', 'deadbeef')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'error: no failure "deadbeef" is kept below this folder\nThese are:\n  1a2b3c4d  PAGE-1  abc\n',
    })
  })

  it('of a case that no longer fits says so, and ends with 3', async () => {
    const folder = await ConnectorFolder.make()
    await folder.keep(madeFailure({ counterexample: { first: 1, last: 2 } }))
    const { exitCode, stdout } = await folder.run('replay', '1a2b3c4d')
    expect(exitCode).toBe(3)
    expect(stdout).toContain(
      'NO VERDICT  1a2b3c4d  PAGE-1  abc\n    the case no longer fits PAGE-1',
    )
  })

  it('goes on behind a connector that does not load, and ends with 3', async () => {
    const folder = await ConnectorFolder.make()
    const target = { kind: 'module', specifier: './gone.ts' } as const
    await folder.keep(madeFailure({ id: '00000000', target }))
    await folder.keep(madeFailure())
    const { exitCode, stdout } = await folder.run('replay')
    expect(exitCode).toBe(3)
    expect(stdout).toMatch(
      /^NO VERDICT {2}00000000 .*\n {4}There is no connector module .*\nFIXED {2}1a2b3c4d/,
    )
  })

  it('of more than one target is refused', async () => {
    const folder = await ConnectorFolder.make()
    await folder.keep(madeFailure())
    const { exitCode, stderr } = await folder.run('replay', '1a2b3c4d', 'abc', '--', 'true')
    expect({ exitCode, lines: stderr.trimEnd().split('\n').length }).toEqual({
      exitCode: 2,
      lines: 2,
    })
  })
})
