import { readFileSync } from 'node:fs'

/** What a broken connector in TypeScript is wrapped in: its imports, and what is said of it. */
const IMPORTS = /^(?:import [^']*'[^']*'\n)+\n/
const DEFINITION =
  /^export default broken\(\{\n(?: {2}\w+: .*\n)*? {2}(connector: (?:.|\n)*?),\n\}\)$/m

/** What a broken connector in Python is wrapped in. */
const WRAPPING = /^""".*"""\n\n|^from _correct import run\n|\nrun\(\)\n$/gm

/** The code that is the defect of a broken connector, without what it is wrapped in. Throws where there is none. */
export function codeOf(path: string): string {
  const text = readFileSync(path, 'utf8')
  if (path.endsWith('.py')) return text.replace(WRAPPING, '').trim()
  const bare = text.replace(IMPORTS, '')
  const code = bare.replace(DEFINITION, (_, connector: string) =>
    connector.replaceAll(/^ {2}/gm, ''),
  )
  if (code === bare || bare === text) throw new Error(`${path} is not written as the others are`)
  return code.trim()
}
