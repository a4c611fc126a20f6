import { globSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { NotComparable } from './not-comparable.ts'
import type { Tree } from './trees.ts'

/** A connector that is verified with either code. */
export interface Connector {
  readonly name: string
  /** The words by which `verify` is told of it. */
  readonly words: (tree: Tree) => readonly string[]
}

/**
 * Some of each family, and such as are found in different ways: by rows, errors, logs, requests, times. Those that
 * remember something from call to call are no use: what they do depends on which check comes first.
 */
const BROKEN = [
  'env-2-success-as-text',
  'env-5-times-as-dates',
  'err-1-status-in-place-of-code',
  'life-2-unknown-as-completed',
  'life-4-completed-with-99',
  'mode-3-query-trimmed',
  'net-3-timeout-as-unknown',
  'page-1-end-inclusive',
  'page-6-last-row-again',
  'sec-1-header-logged',
]

export const CONNECTORS: readonly Connector[] = [
  ...['abc-security-monitor', 'abc-security-monitor-sync'].map(module),
  {
    name: 'abc-security-monitor-python',
    words: (tree) => [
      ...['--stix-shifter', found('stix_shifter_stand_in', tree)],
      ...['--module', 'abc_security_monitor'],
    ],
  },
  ...BROKEN.map((name) => ({ name, words: (tree: Tree) => [linked(`${name}.ts`, tree)] })),
]

function module(name: string): Connector {
  return { name, words: () => [name] }
}

/**
 * A link to it in the folder of the run: whatever the folder of tests it lies in, it is named alike in both reports.
 * What it imports is found from where it lies.
 */
function linked(file: string, tree: Tree): string {
  const link = join(tree.folder, file)
  rmSync(link, { force: true })
  symlinkSync(found(file, tree), link)
  return `./${file}`
}

/** Where a file or a folder of the tests lies, which may be elsewhere in the other tree. */
function found(name: string, { root }: Tree): string {
  const [path, ...others] = globSync(`test/**/${name}`, { cwd: root })
  if (path === undefined || others.length > 0) {
    throw new NotComparable(`${root} holds ${path ? 'several' : 'no'} test/**/${basename(name)}`)
  }
  return join(root, path)
}
