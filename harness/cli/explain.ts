import { Command } from 'commander'
import { BASIS_WORDS, basisOf } from '../../contracts/basis.ts'
import type { Clause } from '../../contracts/clause.ts'
import { CLAUSES, findClause } from '../../contracts/clauses.ts'
import { nearestName } from '../../contracts/given/nearest-name.ts'
import { CHECKS } from '../checks/index.ts'
import { findDataSource } from '../data-source/find-data-source.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import { UsageError } from '../errors.ts'
import { INVARIANTS } from '../kit/invariants/index.ts'
import { onTerminal } from '../text/columns.ts'
import { style } from '../text/style.ts'
import { wrap, wrapValue } from '../text/wrap.ts'
import { type DataSourceOptions, dataSourceOption } from './data-source-option.ts'
import { clauseAt } from './explain/clause-at.ts'

/** `explain CLAUSE`: the whole clause, where it comes from and what checks it. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('show one clause of the connector contract in full')
    .argument('<clause>', 'its id, e.g. PAGE-1')
    .addOption(dataSourceOption())
    .action(async (id: string, { dataSource }: DataSourceOptions) => {
      const clause = findClause(id.toUpperCase())
      if (clause === undefined) {
        const near = nearestName(
          id,
          CLAUSES.map((each) => each.id),
        )
        throw new UsageError(`there is no clause "${id}"`, {
          hint: `${near === undefined ? '' : `Did you mean ${near}? `}\`connector-contract list\` shows them all.`,
        })
      }
      const at = dataSource === undefined ? [] : await explainedAt(clause, dataSource)
      process.stdout.write(`${[onTerminal(() => explanation(clause)), ...at].join('\n')}\n`)
    })
}

async function explainedAt(clause: Clause, word: string): Promise<readonly string[]> {
  const { definition } = await loadDataSource(findDataSource(word, process.cwd()))
  return ['', ...clauseAt(clause, definition)]
}

const INDENT = 11

function line(word: string, text: string): string {
  return `  ${word.padEnd(INDENT - 2)}${wrapValue(text, INDENT)}`
}

/** A clause in full. */
export function explanation(clause: Clause): string {
  const basis = basisOf(clause)
  const own = (each: { readonly clause: string }) => each.clause === clause.id
  const invariants = INVARIANTS.filter(own).map((each) => ({ ...each, of: 'every answer, ' }))
  const checks = [...invariants, ...CHECKS.filter(own).map((each) => ({ ...each, of: '' }))]
  return [
    `${style('bold', clause.id)}  ${clause.level}  ${wrapValue(clause.title, clause.id.length + clause.level.length + 4)}`,
    '',
    wrap(clause.text, 2),
    ...(clause.should === undefined ? [] : ['', wrap(`SHOULD: ${clause.should}`, 2)]),
    '',
    line('Methods', clause.methods.join(', ')),
    line('Source', clause.source),
    line('Basis', `${basis}: ${BASIS_WORDS[basis]}`),
    line('Waiver', 'a violation can be waived for a time: docs/waivers.md'),
    ...(checks.length === 0
      ? [line('Checks', 'none yet: a report says "no check yet", never "held"')]
      : checks.map(({ name, level, claim, of }, index) =>
          line(index === 0 ? 'Checks' : '', `${name} (${of}${level}): ${claim}`),
        )),
  ].join('\n')
}
