import { Command, Option } from 'commander'
import { BUILT_IN } from '../../mock-datasource/index.ts'
import { findDataSource } from '../data-source/find-data-source.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import { shownName } from '../data-source/shown-name.ts'
import { UsageError } from '../errors.ts'
import { onTerminal } from '../text/columns.ts'
import { conclude } from './conclusion.ts'
import { listed, listLines } from './data-source/list-sources.ts'

/** `data-source`: what is built in, whether a description fits together, and a draft of one. */
export function dataSourceCommand(): Command {
  return new Command('data-source')
    .description('list the built-in data sources, check a description of one, or draft one')
    .addCommand(listCommand())
    .addCommand(checkCommand())
    .addCommand(newCommand())
}

function listCommand(): Command {
  return new Command('list')
    .description('list the data sources that are built in')
    .option('--json', 'as JSON')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const definitions = await Promise.all(BUILT_IN.map(({ load }) => load()))
      const sources = definitions.map(listed)
      print(() => (json ? [JSON.stringify(sources, null, 2)] : listLines(sources)))
      conclude(0)
    })
}

function checkCommand(): Command {
  return new Command('check')
    .description('start the mock of a data source, and try whether its description fits together')
    .argument('<file|name>', 'a description, a module, or a data source that is built in')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExit code: 0 all is as described; 1 something is not; 2 wrong use.')
    .action(async (word: string, { json }: { readonly json?: boolean }) => {
      const ref = findDataSource(word, process.cwd())
      const { definition } = await loadDataSource(ref)
      const [{ checkSource }, { checkLines }] = await Promise.all([
        import('./data-source/check-source.ts'),
        import('./data-source/check-lines.ts'),
      ])
      const check = await checkSource(definition)
      const from = ref.from.kind === 'file' ? shownName(ref) : 'built in'
      print(() => (json ? [JSON.stringify(check, null, 2)] : checkLines(check, from)))
      conclude(check.held ? 0 : 1)
    })
}

function newCommand(): Command {
  return new Command('new')
    .description(
      'draft a description from a recording, or from what a module of stix-shifter is configured with',
    )
    .argument('<name>', 'what it is to be called; NAME.yaml is written, and nothing overwritten')
    .addOption(
      new Option('--from-stix-shifter <folder>', 'the folder of the module').conflicts(
        'fromRecording',
      ),
    )
    .option('--from-recording <folder|har>', 'what `mock --record` has written, or a HAR file')
    .addHelpText(
      'after',
      '\nExit code: 0 the draft is written; 2 wrong use, or it is there already.',
    )
    .action(async (name: string, { fromStixShifter, fromRecording }: NewOptions) => {
      const draft = await drafted(fromStixShifter, fromRecording)
      print(() => draft(name))
      conclude(0)
    })
}

interface NewOptions {
  readonly fromStixShifter?: string
  readonly fromRecording?: string
}

/** What writes a draft of that name, and says so. */
async function drafted(
  module: string | undefined,
  recording: string | undefined,
): Promise<(name: string) => readonly string[]> {
  if (recording !== undefined) {
    const { draftFromRecording } = await import('./data-source/draft-from-recording.ts')
    return (name) => draftFromRecording(name, recording)
  }
  if (module !== undefined) {
    const { draftFrom } = await import('./data-source/draft-from.ts')
    return (name) => draftFrom(name, module)
  }
  throw new UsageError('a draft is made of something: --from-recording or --from-stix-shifter')
}

function print(lines: () => readonly string[]): void {
  process.stdout.write(onTerminal(() => `${lines().join('\n')}\n`))
}
