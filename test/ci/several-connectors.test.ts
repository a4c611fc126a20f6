import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { FORMS } from '../../harness/report/forms.ts'
import { GitHubWorkflow } from './support/ci-schemas.ts'
import { FAKE_GH } from './support/fake-gh.ts'

/** Leaves behind what it was asked for, as `verify` would, with the folder in which it was called. */
const NPX = `#!/bin/sh
for word; do case $word in *=*) echo "of $PWD, run $RUN" > "\${word#*=}";; esac; done
printf '%s\\n' "$@" > words
`

const WORKFLOW = GitHubWorkflow.parse(
  parse(readFileSync('docs/ci/github-actions-several.yml', 'utf8')),
)
const JOB = WORKFLOW.jobs['connector-contract']
if (JOB === undefined) throw new Error('the workflow has no job connector-contract')
const CONNECTORS = JOB.strategy?.matrix['connector'] ?? []

/** What GitHub puts into the expressions of a text: of the matrix, and of a pull request's event. */
function filledIn(text: string, connector: string | number): string {
  const values: Readonly<Record<string, string>> = {
    'matrix.connector': String(connector),
    'github.repository': 'me/mine',
    'github.event.pull_request.number': '7',
    'github.token': 'a token',
  }
  return text.replaceAll(/\$\{\{ ([\w.]+) \}\}/g, (whole, name) => values[name] ?? whole)
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'several-connectors-'))
  mkdirSync(join(folder, 'bin'))
  for (const [name, text] of Object.entries({ npx: NPX, gh: FAKE_GH })) {
    writeFileSync(join(folder, 'bin', name), text, { mode: 0o755 })
  }
  for (const connector of CONNECTORS) mkdirSync(folderOf(connector), { recursive: true })
  for (const run of [1, 2]) for (const connector of CONNECTORS) runSteps(connector, run)
})
afterAll(() => rmSync(folder, { recursive: true }))

function folderOf(connector: string | number): string {
  const named = JOB?.defaults?.run['working-directory'] ?? ''
  return join(folder, filledIn(named, connector))
}

/** Runs the steps that are scripts, in the shell that GitHub documents. */
function runSteps(connector: string | number, run: number): void {
  for (const step of JOB?.steps ?? []) {
    if (!('run' in step)) continue
    const own = Object.entries({ ...JOB?.env, ...step.env })
    execFileSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run], {
      cwd: folderOf(connector),
      env: {
        PATH: [join(folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
        COMMENTS_FILE: join(folder, 'comments.json'),
        RUN: String(run),
        ...Object.fromEntries(own.map(([name, text]) => [name, filledIn(text, connector)])),
      },
    })
  }
}

describe('several connectors in one pipeline of GitHub', () => {
  it('have a comment each on a pull request, which the next run writes anew', () => {
    const comments: readonly { readonly body: string }[] = JSON.parse(
      readFileSync(join(folder, 'comments.json'), 'utf8'),
    )
    expect(comments.map(({ body }) => body)).toEqual(
      CONNECTORS.map(
        (each) => `<!-- connector-contract ${each} -->\nof ${folderOf(each)}, run 2\n`,
      ),
    )
  })

  it('are verified in a folder each, with forms of report that there are', () => {
    for (const connector of CONNECTORS) {
      const words = readFileSync(join(folderOf(connector), 'words'), 'utf8')
        .trimEnd()
        .split('\n')
      const forms = words.filter((word) => word.includes('=')).map((word) => word.split('=')[0])
      expect(Object.keys(FORMS)).toEqual(expect.arrayContaining(forms))
      expect(words.slice(1, 4)).toEqual([expect.any(String), 'verify', '--json'])
    }
  })

  it.each([
    ['actions/cache', 'path'],
    ['actions/cache', 'key'],
    ['actions/cache', 'restore-keys'],
    ['github/codeql-action/upload-sarif', 'category'],
    ['github/codeql-action/upload-sarif', 'sarif_file'],
    ['actions/upload-artifact', 'name'],
    ['actions/upload-artifact', 'path'],
  ])('are kept apart by %s, %s', (action, input) => {
    const given = (JOB?.steps ?? []).flatMap((step) =>
      'uses' in step && step.uses.startsWith(`${action}@`) ? [step.with?.[input]] : [],
    )
    expect(given).toHaveLength(1)
    const each = CONNECTORS.map((connector) => filledIn(String(given[0]), connector))
    expect(new Set(each).size).toBe(CONNECTORS.length)
    // A key that is the beginning of another's would be taken for it.
    for (const one of each) expect(each.filter((other) => other.startsWith(one))).toEqual([one])
  })

  it('are judged for a pull request from a fork too: only what writes is left out', () => {
    for (const step of JOB?.steps ?? []) {
      const writes = 'uses' in step ? step.uses.includes('upload-sarif') : step.name === 'Comment'
      expect(step.if?.includes('MAY_WRITE') ?? false).toBe(writes)
    }
  })
})
