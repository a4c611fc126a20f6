import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Family } from '../../../contracts/clause.ts'
import type { Target } from '../../../harness/drivers/target.ts'

/** The folder of the broken connectors. */
export const BROKEN_FOLDER = fileURLToPath(new URL('../', import.meta.url))

/** A broken connector: where it is, which check must catch it, by its name, and what is wrong with it. */
export interface BrokenFile {
  /** Its file, from the folder of the broken connectors. */
  readonly name: string
  readonly target: Target
  readonly caughtBy: string
  readonly defect: string
}

/** The files of the broken connectors in TypeScript, in the order of their names. */
export function brokenFiles(family?: Family): readonly string[] {
  const prefix = family === undefined ? '' : `${family.toLowerCase()}-`
  return readdirSync(BROKEN_FOLDER).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file.startsWith(prefix),
  )
}

/** The broken connector in one of these files, as far as its metadata goes. */
export async function loadBroken(file: string): Promise<Record<'caughtBy' | 'defect', string>> {
  const { default: broken } = await import(/* @vite-ignore */ `${BROKEN_FOLDER}${file}`)
  return broken
}

/** The broken connectors in TypeScript. */
export async function brokenModules(family?: Family): Promise<readonly BrokenFile[]> {
  return Promise.all(
    brokenFiles(family).map(async (name) => {
      const { caughtBy, defect } = await loadBroken(name)
      const target = { kind: 'module', specifier: name, from: BROKEN_FOLDER } as const
      return { name, target, caughtBy, defect }
    }),
  )
}

/** The broken connectors in Python. The first line of each is `"""<check>: <defect>"""`. */
export function brokenCommands(): readonly BrokenFile[] {
  const files = readdirSync(`${BROKEN_FOLDER}python`)
  return files
    .filter((file) => file.endsWith('.py') && !file.startsWith('_'))
    .map((file) => {
      const name = `python/${file}`
      const [line = ''] = readFileSync(`${BROKEN_FOLDER}${name}`, 'utf8').split('\n', 1)
      const [, caughtBy = '', defect = ''] = /^"""([^:]+): (.+)"""$/.exec(line) ?? []
      const prefix = ['python3', '-B', name, 'transmit', 'abc']
      return { name, target: { kind: 'command', prefix, cwd: BROKEN_FOLDER }, caughtBy, defect }
    })
}
