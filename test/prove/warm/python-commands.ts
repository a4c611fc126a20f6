import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pythonSkeleton } from '../../../harness/cli/init/python-skeleton.ts'
import { writeNewFiles } from '../../../harness/cli/init/write-new-files.ts'
import type { Target } from '../../../harness/drivers/target.ts'
import { brokenCommands } from '../../broken/support/broken-files.ts'
import { oddCommands } from '../../odd/support/odd-connectors.ts'
import { abcSource } from '../../support/abc-source.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
/** Of a correct connector: what is printed, what is asked, which rows come, what comes of an error, and what is kept back. */
const OF_A_CORRECT_ONE = ['ENV-1', 'MODE-1', 'MODE-3', 'PAGE-1', 'ERR-1', 'SEC-1', 'SEC-4']

/** A connector in Python that is a command, and the claims that concern it, by their names. */
export interface PythonConnector {
  readonly name: string
  readonly target: Target
  readonly claims: readonly string[]
}

/** Every connector in Python that there is: broken ones, correct ones that look odd, the references and what `init` makes of them. */
export class PythonConnectors {
  readonly #folder = mkdtempSync(join(tmpdir(), 'connector-contract-prove-'))
  readonly all: readonly PythonConnector[]

  constructor() {
    const broken = brokenCommands().map(({ name, target, caughtBy }) => ({
      ...{ name: `test/broken/${name}`, target, claims: [caughtBy] },
    }))
    const odd = oddCommands()
      .filter(({ name }) => name.endsWith('.py'))
      .map(({ name, target }) => ({ name: `test/odd/${name}`, target }))
    const correct = [...odd, ...references(), ...this.#made()]
    this.all = [...broken, ...correct.map((each) => ({ ...each, claims: OF_A_CORRECT_ONE }))]
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** The synchronous one, which `init` alone makes. */
  #made() {
    const { files } = pythonSkeleton({
      ...{ name: 'made', language: 'python', mode: 'sync', source: abcSource },
    })
    writeNewFiles(this.#folder, files)
    const target = command(['main.py', 'transmit', 'made'], join(this.#folder, 'made'))
    return [{ name: 'init --mode sync', target }]
  }
}

/** By a script and by a module. */
function references() {
  const name = 'connectors/abc-security-monitor-python'
  const folder = join(ROOT, name)
  return [
    { name: `${name}: main.py`, target: command(['main.py', 'transmit', 'abc'], folder) },
    { name: `${name}: -m main`, target: command(['-m', 'main', 'transmit', 'abc'], folder) },
  ]
}

function command(words: readonly string[], cwd: string) {
  return { kind: 'command', prefix: ['python3', '-B', ...words], cwd } as const
}
