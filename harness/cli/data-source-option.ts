import { Option } from 'commander'
import { DEFAULT_DATA_SOURCE } from '../../mock-datasource/index.ts'
import { UsageError } from '../errors.ts'

/** What commands that take `--data-source` have of it. */
export interface DataSourceOptions {
  readonly dataSource?: string
}

/** `--data-source`: what the connector talks to. One connector talks to one, so that it is given once. */
export function dataSourceOption(): Option {
  return new Option(
    '--data-source <name|file>',
    `what the connector talks to (default: ${DEFAULT_DATA_SOURCE})`,
  ).argParser(once)
}

function once(word: string, former: string | undefined): string {
  if (former === undefined) return word
  throw new UsageError(`--data-source is given twice: "${former}" and "${word}"`)
}
