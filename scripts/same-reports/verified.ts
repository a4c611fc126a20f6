import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connector } from './connectors.ts'
import { NotComparable } from './not-comparable.ts'
import type { Running } from './running.ts'
import type { Tree } from './trees.ts'
import { withoutWhatVaries } from './what-varies.ts'

/** With a number of made cases, all listed ones are tried, however slow the machine is. */
const OPTIONS = ['--runs', '5', '--no-store', '--seed', '1', '--jobs', '1']

/**
 * What `verify` of a tree says of its connector, but for what varies: the members of the report and, beside them,
 * `stdout` and `exitCode`.
 *
 * @throws NotComparable where there is no verdict: two runs that say nothing would be equal
 */
export async function observed(connector: Connector, tree: Tree, running: Running) {
  const report = join(tree.folder, `${connector.name}.json`)
  const words = ['verify', ...OPTIONS, '--json', report, ...connector.words(tree)]
  const { exitCode, stdout, stderr } = await running.run(
    [join(tree.root, 'harness/cli/main.ts'), ...words],
    // As for a user: no variable of a CI changes what is printed. What is left behind goes with the folder.
    { cwd: tree.folder, env: { PATH: process.env['PATH'], TMPDIR: tree.folder } },
  )
  if (exitCode !== 0 && exitCode !== 1) {
    throw new NotComparable(
      `verify of ${connector.name} with ${tree.name} ended with ${exitCode}\n${stderr}`,
    )
  }
  const record = JSON.parse(readFileSync(report, 'utf8'))
  return withoutWhatVaries({ ...record, exitCode, stdout: stdout.split('\n') }, tree)
}
