import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Target } from '../../../harness/drivers/target.ts'

/** A correct connector that is not what one expects. */
export interface OddConnector {
  /** Its file, from the folder of the odd connectors. */
  readonly name: string
  readonly target: Target
  readonly oddity: string
  /** The checks and invariants of a SHOULD whose advice it does not take, by their names. */
  readonly advised: readonly string[]
  /** Made cases a check: as many as `verify` makes. */
  readonly runs: number
}

const FOLDER = fileURLToPath(new URL('../', import.meta.url))
/** Programs say nothing of themselves. */
const ADVISED: Readonly<Record<string, readonly string[]>> = {
  'python/log_line_behind_the_value.py': ['ENV-1 nothing behind'],
}
const RUNS = { module: 30, command: 5 } as const

/** Every odd connector, modules first. */
export async function oddConnectors(): Promise<readonly OddConnector[]> {
  return [...(await oddModules()), ...oddCommands()]
}

/** The odd connectors that are TypeScript modules. */
export async function oddModules(): Promise<readonly OddConnector[]> {
  const files = filesIn('', '.ts').filter((file) => !file.endsWith('.test.ts'))
  return Promise.all(
    files.map(async (name) => {
      const { default: odd } = await import(/* @vite-ignore */ `${FOLDER}${name}`)
      const { oddity, advised } = odd as Pick<OddConnector, 'oddity' | 'advised'>
      const target = { kind: 'module', specifier: name, from: FOLDER } as const
      return { name, target, oddity, advised, runs: RUNS.module }
    }),
  )
}

/** The odd connectors that are programs. What is odd about one is the first line of its file. */
export function oddCommands(): readonly OddConnector[] {
  const programs = [
    ...filesIn('python/', '.py').map((name) => ['python3', '-B', name] as const),
    ...filesIn('node/', '.ts').map((name) => [process.execPath, name] as const),
  ]
  return programs.map((words) => {
    const name = words.at(-1) ?? ''
    const target = { kind: 'command', prefix: [...words, 'transmit', 'abc'], cwd: FOLDER } as const
    const advised = ADVISED[name] ?? []
    return { name, target, oddity: firstLineOf(name), advised, runs: RUNS.command }
  })
}

function filesIn(folder: string, ending: string): readonly string[] {
  const isOne = (file: string) => file.endsWith(ending) && !file.startsWith('_')
  return readdirSync(`${FOLDER}${folder}`)
    .filter(isOne)
    .map((file) => `${folder}${file}`)
}

function firstLineOf(name: string): string {
  const [line = ''] = readFileSync(`${FOLDER}${name}`, 'utf8').split('\n', 1)
  return line.replace(/^("""|\/\*\*|\/\/)\s*/, '').replace(/\s*("""|\*\/)?$/, '')
}
