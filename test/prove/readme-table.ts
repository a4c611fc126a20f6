import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CLAUSES } from '../../contracts/clauses.ts'
import { brokenCommands, brokenModules } from '../broken/support/broken-files.ts'
import { oddConnectors } from '../odd/support/odd-connectors.ts'
import { CLAIMS } from '../support/claims.ts'
import { WITNESSES } from './witnesses.ts'

export const README = fileURLToPath(new URL('../../README.md', import.meta.url))

const BEGIN = '<!-- proof: written by node test/prove/write-readme-table.ts -->\n'
const END = '<!-- end of proof -->'

/** README with the table of what `npm run prove` proves, as the broken connectors are now. */
export async function readmeWithTable(): Promise<string> {
  const readme = readFileSync(README, 'utf8')
  const [before, rest] = readme.split(BEGIN)
  const [, after] = rest?.split(END) ?? []
  if (before === undefined || after === undefined) {
    throw new Error(`README.md has no place for the table, between ${BEGIN.trim()} and ${END}`)
  }
  return `${before}${BEGIN}${await table()}${END}${after}`
}

async function table(): Promise<string> {
  const broken = [...(await brokenModules()), ...brokenCommands()]
  const odd = await oddConnectors()
  const rows = CLAUSES.map(({ id }) => {
    const checks = CLAIMS.filter(({ clause }) => clause === id).map(({ name }) => name)
    const { length } = broken.filter(({ caughtBy }) => checks.includes(caughtBy))
    const alone = checks.flatMap((name) => {
      const witness = WITNESSES[name]
      return witness !== undefined && 'file' in witness ? [`\`${nameOf(witness.file)}\``] : []
    })
    return [id, String(length), alone.join(', ')]
  })
  return [
    `${CLAIMS.length} checks and invariants, ${broken.length} broken connectors with one defect each, ${odd.length} correct ones that look odd.`,
    '',
    ...aligned([['clause', 'caught', 'caught by its check and no other'], ...rows]),
    '',
  ].join('\n')
}

function nameOf(file: string): string {
  return file.replace(/\.[a-z]+$/, '')
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const [head = [], ...body] = rows
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)]
}
