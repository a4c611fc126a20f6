import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { BIN, CORRECT } from '../../support/command-line/paths.ts'

/** The end of a window is taken to be inclusive, and a search that is not there for an unknown failure. */
const BROKEN = `results: (id, offset, length) => correct.results(id, offset, Number(length) + 1),
    status: async (id) => unknown(await correct.status(id)),
    delete: async (id) => unknown(await correct.delete(id)),`
/** Makes each run a matter of seconds, by what a reader could have said too. */
const SHORT = 'http: true\njobs: 1\nprofile: quick\nruns: 1\n'

/**
 * Makes the folder in which a reader of the pages is: a checkout of this project, with a connector of their own in
 * TypeScript, that is broken, and one in Python; a checkout of stix-shifter lies beside it.
 *
 * @param parent an empty folder.
 */
export function makeDocFolder(root: string, parent: string): string {
  const folder = join(parent, 'project')
  mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true })
  const bin = join(folder, 'node_modules', '.bin', 'connector-contract')
  symlinkSync(BIN, bin)
  for (const name of ['connectors', 'contracts', 'test'])
    symlinkSync(join(root, name), join(folder, name))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(
    join(folder, 'my-connector.ts'),
    `import create from ${JSON.stringify(CORRECT)}\n
const unknown = (answer) => answer.code === 'no_results' ? { ...answer, code: 'unknown' } : answer

export default (...given) => {
  const correct = create(...given)
  return { ...correct, ${BROKEN} }\n}\n`,
  )
  writeFileSync(join(folder, 'another.ts'), `export { default } from ${JSON.stringify(CORRECT)}\n`)
  const python = join(root, 'connectors/abc-security-monitor-python')
  copy(join(python, 'main.py'), join(folder, 'main.py'))
  copy(join(python, 'abc_security_monitor'), join(folder, 'abc_security_monitor'))
  for (const name of ['report.json', 'earlier.json']) {
    copy(join(root, 'docs/samples/report.json'), join(folder, name))
  }
  copy(join(root, 'test/sources/tide-gate/tide-gate.yaml'), join(folder, 'tide-gate.yaml'))
  makeCheckout(root, join(parent, 'stix-shifter'))
  return folder
}

/** What stands in for stix-shifter, with the Python reference as its module `abc`. */
function makeCheckout(root: string, path: string): void {
  copy(join(root, 'test/python/stix_shifter_stand_in'), path)
  const modules = join(path, 'stix_shifter_modules')
  rmSync(modules, { recursive: true })
  mkdirSync(modules)
  writeFileSync(join(modules, '__init__.py'), '')
  const reference = 'connectors/abc-security-monitor-python/abc_security_monitor'
  copy(join(root, reference), join(modules, 'abc'))
}

function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !path.includes('__pycache__') })
}

/** The configuration that a page has its reader write, if any, and what keeps its runs short. */
export function configurationOf(root: string, page: string): string {
  const text = readFileSync(join(root, page), 'utf8')
  const [, own = 'target: { module: ./my-connector.ts }\n'] =
    /```yaml\n(target:\n.*?)```/s.exec(text) ?? []
  // A process a call takes its time.
  const only = own.includes('command:') ? '[MODE-1]' : '[MODE-1, PAGE-3]'
  return `${own}${SHORT}only: ${only}\n`
}

/** The ids of the failures that are kept there. */
export function failuresKeptIn(folder: string): readonly string[] {
  const path = join(folder, '.connector-contract', 'failures')
  return existsSync(path) ? readdirSync(path).map((file) => file.replace('.json', '')) : []
}
