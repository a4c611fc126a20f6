import { Command } from 'commander'
import { FAMILIES, FAMILY_TITLES } from '../../contracts/clause.ts'
import { CLAUSES } from '../../contracts/clauses.ts'
import { CLAUSES_WITHOUT_CHECK, familyOf } from '../checks/index.ts'
import { style } from '../text/style.ts'

/** `list`: every clause with its level, by family. */
export function listCommand(): Command {
  return new Command('list')
    .description('list the clauses of the connector contract')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) => {
      process.stdout.write(json ? `${JSON.stringify(CLAUSES, null, 2)}\n` : catalogue())
    })
}

function catalogue(): string {
  const width = Math.max(...CLAUSES.map(({ id }) => id.length))
  const lines = FAMILIES.flatMap((family) => [
    '',
    style('bold', FAMILY_TITLES[family]),
    ...CLAUSES.filter(({ id }) => familyOf(id) === family).map(({ id, level, title }) => {
      const note = CLAUSES_WITHOUT_CHECK.has(id) ? style('dim', '  (no check yet)') : ''
      return `  ${id.padEnd(width)}  ${level.padEnd(6)}  ${title}${note}`
    }),
  ])
  return `${lines.slice(1).join('\n')}\n`
}
