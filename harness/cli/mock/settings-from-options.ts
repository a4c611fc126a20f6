import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { defaultSettings, type Settings } from '../../../mock-datasource/index.ts'
import { UsageError } from '../../errors.ts'
import { credentialsFromOptions } from './credentials-from-options.ts'
import { rowsFromFile } from './files.ts'
import type { MockCommandOptions } from './mock-options.ts'

/**
 * The settings that options ask for, and no others: what is not asked for stays as the state file, or the
 * mock itself, has it. Throws a UsageError.
 */
export async function settingsFromOptions(
  options: MockCommandOptions,
  source: DataSource,
): Promise<Partial<Settings>> {
  const { seed, rows, data, pageSize, ids, progress } = options
  const usual = defaultSettings(source.credentials, seed)
  const accounts = accountFrom(options, source, usual)
  return {
    ...(seed !== undefined && { seed, dataSet: usual.dataSet }),
    ...(rows !== undefined && { dataSet: { rows, seed: usual.seed } }),
    ...(data !== undefined && { dataSet: { data: await rowsFromFile(data, source.rows) } }),
    ...(pageSize !== undefined && { maxPageSize: pageSize }),
    ...(ids !== undefined && { ids }),
    ...(progress !== undefined && { progress: progressFrom(progress) }),
    ...(accounts && { accounts }),
  }
}

/** One account, with the usual secrets where none are given. */
function accountFrom(
  options: MockCommandOptions,
  source: DataSource,
  usual: Settings,
): Settings['accounts'] | undefined {
  const given = credentialsFromOptions(options, source)
  if (options.seed === undefined && Object.keys(given).length === 0) return undefined
  return [{ credentials: { ...usual.accounts[0]?.credentials, ...given }, permitted: true }]
}

function progressFrom(text: string): Settings['progress'] {
  const [, by, number] = /^(polls|ms):(\d+)$/.exec(text) ?? []
  if (by === 'polls') return { by: 'polls', polls: Number(number) }
  if (by === 'ms') return { by: 'clock', milliseconds: Number(number) }
  throw new UsageError(`--progress ${text} is neither polls:N nor ms:N.`, {
    hint: 'polls:2 finds a search running twice before it is done; ms:500 ends it after half a second.',
  })
}
