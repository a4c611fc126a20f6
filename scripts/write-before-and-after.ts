import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { SAMPLES } from './samples/sample-files.ts'

/**
 * Writes into `docs/samples/before-and-after` what `verify` prints of six defects that connectors have shipped with.
 * `--before FOLDER` runs an earlier checkout of the project instead, and writes what that printed.
 */
const DEFECTS = {
  'PAGE-1': 'pagination/page-1-silent-cap-of-ten-pages.ts',
  'PAGE-2': 'pagination/page-2-partial-success.ts',
  'ENV-1': 'envelope/env-1-body-not-looked-at.ts',
  'LIFE-1': 'lifecycle/life-1-sorting-unmapped.ts',
  'ERR-1': 'errors/err-1-status-in-place-of-code.ts',
  'SEC-1': 'security/sec-1-credentials-in-the-url.ts',
} as const

const root = fileURLToPath(new URL('../', import.meta.url))
const { values } = parseArgs({ options: { before: { type: 'string' } } })
const folder = join(root, SAMPLES, 'before-and-after')

mkdirSync(folder, { recursive: true })
for (const [clause, file] of Object.entries(DEFECTS)) {
  const name = `${clause.toLowerCase()}.${values.before === undefined ? 'after' : 'before'}.txt`
  writeFileSync(join(folder, name), reportOf(clause, `test/broken/${file}`))
  process.stdout.write(`${name}\n`)
}

function reportOf(clause: string, connector: string): string {
  const words = ['harness/cli/main.ts', 'verify', connector, '--only', clause, '--runs', '1']
  const { status, stdout } = spawnSync(process.execPath, [...words, '--no-store'], {
    cwd: values.before ?? root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  if (status !== 1) throw new Error(`verify of ${connector} ended with ${status}, not with 1`)
  return stdout.replaceAll(/ in \d+\.\d s\./g, '.')
}
