import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inForm } from '../../harness/report/forms.ts'
import { reportFile, unfinishedReport } from '../../harness/report/record/report-file.ts'
import { BIN } from '../support/command-line/paths.ts'
import { ConnectorFolder } from '../support/connector-folder.ts'
import { clauseReport, madeReport } from '../support/made-report.ts'
import { ROOT, readAction, runAction } from './support/composite-action.ts'

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
/** Few clauses, so that a run takes a moment. */
const FEW = '--only PAGE-3 --http --jobs 1 --runs 1'
const BROKEN = `results: (id, offset, length) => correct.results(id, offset, Number(length) + 1)`

const UNSHOWN = madeReport({ clauses: [clauseReport('LIFE-8', 'not-shown')] })

async function folderWith(members: string) {
  const folder = await ConnectorFolder.make()
  await folder.writeConnector('my-connector.mjs', members)
  return folder
}

describe('the GitHub Action', { timeout: 60_000 }, () => {
  it('installs the version of its own, and verifies a module', async () => {
    const folder = await folderWith('')
    const end = await runAction(folder.path, {
      target: './my-connector.mjs',
      args: FEW,
      reports: 'junit=report.xml\nbadge=badge.json\n',
    })
    expect(end).toMatchObject({
      exitCode: 0,
      outputs: { outcome: 'held', report: 'report.json' },
    })
    expect(end.npm).toEqual(
      expect.arrayContaining(['install', '--ignore-scripts', `connector-contract@${version}`]),
    )
    const written = ['badge.json', 'report.json', 'report.xml']
    expect(readdirSync(folder.path)).toEqual(expect.arrayContaining(written))
  })

  it('fails where a clause is broken: with the report, annotations and the summary of the job', async () => {
    const folder = await folderWith(BROKEN)
    const end = await runAction(folder.path, { target: 'my-connector.mjs', args: FEW })
    expect(end).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'violated', report: 'report.json' },
      summary: expect.stringContaining('PAGE-3'),
    })
    expect(end.printed).toMatch(/^::error file=my-connector.mjs,title=PAGE-3 /m)
  })

  it('verifies a command in a folder below, its words as they stand on the line', async () => {
    const folder = await folderWith('')
    mkdirSync(join(folder.path, 'a folder'))
    renameSync(join(folder.path, 'my-connector.mjs'), join(folder.path, 'a folder', 'mine.mjs'))
    const transmit = join(ROOT, 'bin', 'connector-contract.js')
    const end = await runAction(folder.path, {
      command: `node ${transmit}  transmit ./mine.mjs`,
      'working-directory': 'a folder',
      args: '--only MODE-1 --http --jobs 1 --runs 1\n',
    })
    expect(end).toMatchObject({
      exitCode: 0,
      outputs: { outcome: 'held', report: 'a folder/report.json' },
    })
  })

  it('takes each line for a word where there are several', async () => {
    const folder = await folderWith('')
    const args = `${FEW.replaceAll(' ', '\n')}\n--declare\n{ "mode": "asynchronous" }\n`
    const end = await runAction(folder.path, { target: 'my-connector.mjs', args })
    expect(end).toMatchObject({ exitCode: 0, outputs: { outcome: 'held' } })
  })

  it('refuses to be green where no connector is named', async () => {
    const folder = await ConnectorFolder.make()
    const end = await runAction(folder.path, { args: FEW })
    expect(end).toMatchObject({ exitCode: 2, outputs: { outcome: 'wrong-use' } })
    expect(end.outputs).not.toHaveProperty('report')
    expect(end.printed).toContain('no connector is named')
  })

  it('says that there is no verdict where the connector does not start', async () => {
    const folder = await ConnectorFolder.make()
    const end = await runAction(folder.path, { target: 'there-is-none.mjs', args: FEW })
    expect(end).toMatchObject({ exitCode: 3, outputs: { outcome: 'incomplete' } })
  })

  it.each([
    ['is none', undefined],
    ['says that it is incomplete', inForm('json', unfinishedReport([]), {})],
    ['shows nothing of a clause', inForm('json', reportFile([UNSHOWN]), {})],
    [
      'was edited',
      inForm('json', reportFile([madeReport()]), {}).replace('"seed": 1', '"seed": 2'),
    ],
  ])('is not green, whatever the tool ends with, where the record %s', async (_, record) => {
    const folder = await ConnectorFolder.make()
    if (record !== undefined) await writeFile(join(folder.path, 'report.json'), record)
    const path = join(folder.path, 'ends-with-0')
    const script = `#!/bin/sh\n[ "$1" = verify ] || exec ${BIN} "$@"\n`
    await writeFile(path, script, { mode: 0o755 })
    const end = await runAction(folder.path, { target: './my-connector.mjs' }, path)
    expect(end).toMatchObject({ exitCode: 3, outputs: { outcome: 'incomplete' } })
  })
})

const HOSTILE = [
  ...[
    '"; touch taken; "',
    "'; touch taken; '",
    '$(touch taken)',
    '`touch taken`',
    'a; touch taken',
  ],
  ...['a && touch taken', '$IFS$(touch$IFS\taken)', '*', '~', '\\', '%s%n', '-n'],
]
const LINES = HOSTILE.join('\n')
const WORDS = HOSTILE.flatMap((line) => line.split(/[ \t]+/))

/** In the tool's place: writes down the words that it was given, one a line. */
async function tellTale(folder: ConnectorFolder): Promise<string> {
  const path = join(folder.path, 'tell-tale')
  await writeFile(path, `#!/bin/sh\n[ "$1" = report ] || printf '%s\\n' "$@" > words\n`, {
    mode: 0o755,
  })
  return path
}

describe('what a workflow gives to the GitHub Action', () => {
  it('reaches its scripts as variables alone', async () => {
    const { runs, inputs, outputs } = await readAction()
    for (const { run = '', env = {} } of runs.steps) {
      expect(run).not.toContain('${{')
      expect(run).not.toMatch(/\beval\b/)
      for (const value of Object.values(env)) expect(value).toMatch(/^\$\{\{ inputs\.[a-z-]+ \}\}$/)
    }
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(['target', 'command', 'version']))
    expect(Object.keys(outputs)).toEqual(['outcome', 'report'])
  })

  it.each([
    ['target', '$(touch taken)', ['$(touch taken)']],
    ['target', 'a"; touch taken; "', ['a"; touch taken; "']],
    ['config', '$(touch taken)', ['--config', '$(touch taken)']],
    ['data-source', '$(touch taken)', ['--data-source', '$(touch taken)']],
    ['reports', LINES, HOSTILE.flatMap((line) => ['--report', line])],
    ['args', LINES, HOSTILE],
    ['args', HOSTILE.join(' '), WORDS],
    ['command', LINES, ['--', ...HOSTILE]],
    ['command', HOSTILE.join(' '), ['--', ...WORDS]],
  ])('is handed on as it is, and run by no shell: %s %j', async (input, value, words) => {
    const folder = await ConnectorFolder.make()
    const end = await runAction(folder.path, { [input]: value }, await tellTale(folder))
    expect(end).toMatchObject({ exitCode: 0, outputs: { outcome: 'held' } })
    const given = (await readFile(join(folder.path, 'words'), 'utf8')).trimEnd().split('\n')
    expect(given.slice(0, 4)).toEqual(['verify', '--no-reference', '--json', 'report.json'])
    expect(given.slice(4)).toEqual(words)
    expect(existsSync(join(folder.path, 'taken'))).toBe(false)
  })

  it.each([
    ['report', 'report.json\noutcome=held', 'no path of a file'],
    ['target', '--json=taken', 'names no module'],
    ['version', 'npm:another@1', 'no version'],
    ['version', '1.0.0 another', 'no version'],
    ['version', '--global', 'no version'],
  ])('is refused where it is something else: %s %j', async (input, value, words) => {
    const folder = await ConnectorFolder.make()
    const end = await runAction(folder.path, { [input]: value }, await tellTale(folder))
    expect(end.exitCode).toBe(2)
    expect(end.printed).toContain(words)
    expect(end.outputs['outcome']).not.toBe('held')
    expect(existsSync(join(folder.path, 'words'))).toBe(false)
  })
})
