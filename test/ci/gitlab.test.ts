import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { BIN } from '../support/command-line/paths.ts'
import { ConnectorFolder } from '../support/connector-folder.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const Job = z.strictObject({
  image: z.string(),
  stage: z.string(),
  variables: z.record(z.string(), z.string()),
  script: z.array(z.string()),
  artifacts: z.strictObject({
    when: z.literal('always'),
    expose_as: z.string(),
    paths: z.array(z.string()),
    reports: z.strictObject({ junit: z.string() }),
  }),
})
const FILE = parse(readFileSync(join(ROOT, 'ci', 'gitlab.yml'), 'utf8'))
const JOB = z.strictObject({ '.connector-contract': Job }).parse(FILE)['.connector-contract']

/** Fails as LIFE-8 would have it, and never asks. */
const UNASKED = `results: () => ({ success: false, code: 'no_results', error: 'not yet' })`

/** As npx is called: the package first, then what is for it. */
const NPX = `#!/bin/sh
[ "$1" = --yes ] && shift
[ "$2" = report ] || printf '%s\\n' "$@" > "$CI_PROJECT_DIR/words"
shift
exec ${BIN} "$@"
`
const RECORDING_NPX = `#!/bin/sh\n[ "$3" = report ] || printf '%s\\n' "$@" > "$CI_PROJECT_DIR/words"\n`

/** Runs the job's script as a runner does, in a shell that stops at the first failure. */
async function runJob(folder: string, variables: Readonly<Record<string, string>>, npx = NPX) {
  await mkdir(join(folder, 'bin'), { recursive: true })
  await writeFile(join(folder, 'bin', 'npx'), npx, { mode: 0o755 })
  const child = spawn('sh', ['-e', '-c', JOB.script.join('\n')], {
    cwd: folder,
    env: {
      ...JOB.variables,
      ...variables,
      CI_PROJECT_DIR: folder,
      PATH: [join(folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  const words = await readFile(join(folder, 'words'), 'utf8').catch(() => '')
  return { exitCode: await exit, printed: stdout + stderr, words: words.trimEnd().split('\n') }
}

describe('the job for GitLab', { timeout: 60_000 }, () => {
  it('names the version that it comes with', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(JOB.variables['CONNECTOR_CONTRACT_VERSION']).toBe(version)
  })

  it('verifies a connector, and leaves the reports that GitLab reads', async () => {
    const folder = await ConnectorFolder.make()
    await folder.writeConnector('my-connector.mjs', '')
    const end = await runJob(folder.path, {
      CONNECTOR_CONTRACT_TARGET: './my-connector.mjs',
      CONNECTOR_CONTRACT_ARGS: '--only PAGE-3 --http --jobs 1 --runs 1',
    })
    expect(end.exitCode).toBe(0)
    for (const file of [...JOB.artifacts.paths, JOB.artifacts.reports.junit]) {
      expect(existsSync(join(folder.path, file))).toBe(true)
    }
  })

  it('fails where nothing is violated and a clause has not been shown', async () => {
    const folder = await ConnectorFolder.make()
    await folder.writeConnector('my-connector.mjs', UNASKED)
    const end = await runJob(folder.path, {
      CONNECTOR_CONTRACT_TARGET: './my-connector.mjs',
      CONNECTOR_CONTRACT_ARGS: '--only LIFE-8 --http --jobs 1 --runs 1',
    })
    expect(end.exitCode).toBe(3)
    expect(end.printed).toContain('not shown')
  })

  it('fails where no connector is named', async () => {
    const folder = await ConnectorFolder.make()
    const end = await runJob(folder.path, {})
    expect(end.exitCode).toBe(2)
    expect(end.printed).toContain('no connector is named')
  })

  it('hands words on as they are: no shell reads them, and none is a pattern of files', async () => {
    const folder = await ConnectorFolder.make()
    const { words, exitCode } = await runJob(
      folder.path,
      {
        CONNECTOR_CONTRACT_CONFIG: '$(touch taken)',
        CONNECTOR_CONTRACT_DATA_SOURCE: './my source.ts',
        CONNECTOR_CONTRACT_ARGS: '--declare `touch taken`',
        CONNECTOR_CONTRACT_COMMAND: 'python3  main.py; touch taken * "a b"',
        CONNECTOR_CONTRACT_VERSION: '1.2.3',
      },
      RECORDING_NPX,
    )
    expect(exitCode).toBe(0)
    expect(words.slice(0, 2)).toEqual(['--yes', 'connector-contract@1.2.3'])
    expect(words.slice(words.indexOf('--config'))).toEqual([
      ...['--config', '$(touch taken)', '--data-source', './my source.ts'],
      ...['--declare', '`touch', 'taken`', '--'],
      ...['python3', 'main.py;', 'touch', 'taken', '*', '"a', 'b"'],
    ])
    expect(existsSync(join(folder.path, 'taken'))).toBe(false)
  })
})
