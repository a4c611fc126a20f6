import { Command } from 'commander'
import { diffPacts, notCompared } from '../pacts/diff/diff-pacts.ts'
import { readPact } from '../pacts/read-pact.ts'
import { style } from '../text/style.ts'
import { visible } from '../text/visible.ts'
import { conclude } from './conclusion.ts'
import { type DataSourceOptions, dataSourceOption } from './data-source-option.ts'
import { requireUsualSource } from './require-source.ts'
import type { ExitCode } from './supervisor/protocol.ts'

/** `pact-diff OLD NEW`: what changed in what a connector asks of the data source; exit 0, 1 or 2. */
export function pactDiffCommand(): Command {
  return new Command('pact-diff')
    .description('say what changed in what a connector asks of the data source')
    .argument('<old>', 'a Pact file of specification 4')
    .argument('<new>', 'another one')
    .addOption(dataSourceOption())
    .addHelpText('after', '\nExit code: 0 nothing changed; 1 something did; 2 wrong use.')
    .action(async (before: string, after: string, options: DataSourceOptions) => {
      await requireUsualSource(options, 'pact-diff compares pacts')
      conclude(await run(before, after))
    })
}

async function run(before: string, after: string): Promise<ExitCode> {
  const [old, now] = await Promise.all([readPact(before), readPact(after)])
  const changes = diffPacts(old, now)
  const unknown = notCompared(old, now)
  const groups = Map.groupBy(changes, ({ about }) => about)
  const lines = [...groups].flatMap(([about, group]) => [
    style('bold', visible(about)),
    ...group.map(({ change }) => `  ${visible(change)}`),
  ])
  const summary =
    changes.length === 0
      ? 'Nothing changed in what is asked of the data source.'
      : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'} in what is asked of the data source.`
  const said = [
    ...lines,
    ...(lines.length === 0 ? [] : ['']),
    ...(unknown ? [unknown] : []),
    summary,
  ]
  process.stdout.write(`${said.join('\n')}\n`)
  return changes.length === 0 ? 0 : 1
}
