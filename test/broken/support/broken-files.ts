import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FAMILIES, type Family } from '../../../contracts/clause.ts'
import { FAMILY_FOLDERS } from '../../../harness/checks/index.ts'
import type { Target } from '../../../harness/drivers/target.ts'
import type { Broken } from './broken.ts'

/** The folder of the broken connectors. */
const BROKEN_FOLDER = fileURLToPath(new URL('../', import.meta.url))

/** A broken connector: where it is, which check must catch it, by its name, and what is wrong with it. */
export interface BrokenFile {
  /** Its file, unique among them; see brokenPath. */
  readonly name: string
  readonly target: Target
  readonly caughtBy: string
  readonly defect: string
}

/** Where the broken connector of this name is, from the project's folder. */
export function brokenPath(name: string): string {
  if (name.startsWith('python/')) return `test/broken/${name}`
  const family = FAMILIES.find((each) => name.startsWith(`${each.toLowerCase()}-`))
  if (family === undefined) throw new Error(`${name} begins with no family of clauses`)
  return `test/broken/${FAMILY_FOLDERS[family]}/${name}`
}

/** The broken connectors in TypeScript, in the order of the families and their names. */
export async function brokenModules(family?: Family): Promise<readonly BrokenFile[]> {
  const families = family === undefined ? Object.values(FAMILY_FOLDERS) : [FAMILY_FOLDERS[family]]
  return Promise.all(
    families.flatMap((folder) => filesIn(folder).map((name) => loadBroken(folder, name))),
  )
}

function filesIn(folder: string): readonly string[] {
  const files = readdirSync(`${BROKEN_FOLDER}${folder}`)
  return files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).sort()
}

async function loadBroken(folder: string, name: string): Promise<BrokenFile> {
  const from = `${BROKEN_FOLDER}${folder}/`
  const { default: broken } = await import(/* @vite-ignore */ `${from}${name}`)
  const { caughtBy, defect }: Broken = broken
  return { name, target: { kind: 'module', specifier: name, from }, caughtBy, defect }
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
