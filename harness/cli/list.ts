import { Command } from 'commander'
import { BASES, basisOf } from '../../contracts/basis.ts'
import { FAMILIES, FAMILY_TITLES } from '../../contracts/clause.ts'
import { CLAUSES } from '../../contracts/clauses.ts'
import { CLAUSES_WITHOUT_CHECK, familyOf } from '../checks/index.ts'
import { onTerminal } from '../text/columns.ts'
import { style } from '../text/style.ts'
import { wrapValue } from '../text/wrap.ts'

/** `list`: every clause with its level and what it rests on, by family. */
export function listCommand(): Command {
  return new Command('list')
    .description('list the clauses of the connector contract')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) => {
      process.stdout.write(
        json ? `${JSON.stringify(CLAUSES.map(withBasis), null, 2)}\n` : onTerminal(catalogue),
      )
    })
}

const BASIS_WIDTH = Math.max(...BASES.map(({ length }) => length))

function withBasis(clause: (typeof CLAUSES)[number]) {
  return { ...clause, basis: basisOf(clause) }
}

/** Each clause in a line, or in several where the terminal is narrow. */
export function catalogue(): string {
  const width = Math.max(...CLAUSES.map(({ id }) => id.length))
  const lines = FAMILIES.flatMap((family) => [
    '',
    style('bold', FAMILY_TITLES[family]),
    ...CLAUSES.filter(({ id }) => familyOf(id) === family).map(({ id, level, title, source }) => {
      const note = CLAUSES_WITHOUT_CHECK.has(id) ? style('dim', '  (no check yet)') : ''
      const head = `  ${id.padEnd(width)}  ${level.padEnd(6)}  ${basisOf({ source }).padEnd(BASIS_WIDTH)}  `
      return `${head}${wrapValue(title, head.length)}${note}`
    }),
  ])
  return `${lines.slice(1).join('\n')}\n`
}
