import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import type { Description } from '../../contracts/data-source/description.ts'
import { findDataSource } from '../data-source/find-data-source.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import { shownName } from '../data-source/shown-name.ts'
import { type DataSourceOptions, dataSourceOption } from './data-source-option.ts'
import { connectorName } from './init/connector-name.ts'
import { makeSkeleton } from './init/make-skeleton.ts'
import { nextSteps } from './init/next-steps.ts'
import type { Wish } from './init/skeleton.ts'
import { writeNewFiles } from './init/write-new-files.ts'

const HELP = `
Examples:
  $ connector-contract init my-connector
  $ connector-contract init my-connector --sync
  $ connector-contract init my-connector --typescript
  $ connector-contract init my-connector --data-source ./my-source.yaml

Nothing is overwritten: where a file is there already, none is written.
Exit codes: 0 the files are written; 2 wrong use, or a file is there already.`

/** `init NAME`: writes a connector that holds the contract from the first minute, to be made one's own. */
export function initCommand(): Command {
  return new Command('init')
    .summary('start a connector that holds the contract')
    .description(
      'Writes a connector that holds the contract, with its CI job, and says what to edit next.',
    )
    .argument('<name>', 'letters, digits, - and _; a folder of this name is made')
    .addOption(
      new Option(
        '--python',
        "in Python, in the layout of stix-shifter's guide (default: nearly all connectors are modules of stix-shifter)",
      ).conflicts('typescript'),
    )
    .addOption(
      new Option(
        '--pytest',
        'in Python, with the clauses as tests of its own pytest, too',
      ).conflicts('typescript'),
    )
    .option(
      '--typescript',
      'in TypeScript (default where --data-source names one that a file describes)',
    )
    .addOption(
      new Option('--async', 'the data source runs searches in the background (default)').conflicts(
        'sync',
      ),
    )
    .option('--sync', 'the data source answers a query at once')
    .addOption(dataSourceOption())
    .addHelpText('after', HELP)
    .action(init)
}

interface InitOptions extends DataSourceOptions {
  readonly python?: boolean
  readonly typescript?: boolean
  readonly pytest?: boolean
  readonly sync?: boolean
}

async function init(name: string, options: InitOptions): Promise<void> {
  const talks = await talksTo(options.dataSource, name)
  const language = languageOf(options, talks)
  const wish: Wish = {
    name: connectorName(name, language),
    language,
    mode: options.sync === true ? 'sync' : 'async',
    pytest: options.pytest === true,
    ...talks,
  }
  const skeleton = makeSkeleton(wish)
  writeNewFiles(process.cwd(), skeleton.files)
  process.stdout.write(nextSteps(wish, skeleton))
}

/** Of a data source that a file describes there is an API client to begin with in TypeScript alone. */
function languageOf(
  { python, typescript, pytest }: InitOptions,
  { dataSource }: Pick<Wish, 'dataSource'>,
): Wish['language'] {
  if (typescript === true) return 'typescript'
  const isBegun = dataSource?.isAnother === true && dataSource.described !== undefined
  return isBegun && python !== true && pytest !== true ? 'typescript' : 'python'
}

/** A data source without connectors of its own has its skeleton from the one that is meant where none is named. */
async function talksTo(
  word: string | undefined,
  name: string,
): Promise<Pick<Wish, 'source' | 'dataSource'>> {
  const { definition: usual } = await loadDataSource()
  if (word === undefined) return { source: usual }
  const ref = findDataSource(word, process.cwd())
  const { definition } = await loadDataSource(ref)
  const isAnother = definition.reference === undefined
  // Whatever was compiled was a description before.
  const described = definition.description as Description | undefined
  return {
    source: isAnother ? usual : definition,
    dataSource: {
      word: shownName(ref, resolve(name)),
      isAnother,
      ...(described !== undefined && { described }),
    },
  }
}
