import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { defaultSettings, type Settings } from '../../../mock-datasource/index.ts'
import { UsageError } from '../../errors.ts'
import { rowsFromFile } from './files.ts'
import type { MockCommandOptions } from './mock-options.ts'

/**
 * The settings that options ask for, and no others: what is not asked for stays as the state file, or the
 * mock itself, has it. Throws a UsageError.
 */
export async function settingsFromOptions(
  options: MockCommandOptions,
  { rows: facts, credentials }: DataSource,
): Promise<Partial<Settings>> {
  const { seed, rows, data, pageSize, ids, progress } = options
  const usual = defaultSettings(credentials, seed)
  const accounts = accountFrom(options, usual)
  return {
    ...(seed !== undefined && { seed, dataSet: usual.dataSet }),
    ...(rows !== undefined && { dataSet: { rows, seed: usual.seed } }),
    ...(data !== undefined && { dataSet: { data: await rowsFromFile(data, facts) } }),
    ...(pageSize !== undefined && { maxPageSize: pageSize }),
    ...(ids !== undefined && { ids }),
    ...(progress !== undefined && { progress: progressFrom(progress) }),
    ...(accounts && { accounts }),
  }
}

/** One account, with the usual secrets where none are given. */
function accountFrom(
  { seed, username, password, token }: MockCommandOptions,
  usual: Settings,
): Settings['accounts'] | undefined {
  if ([seed, username, password, token].every((given) => given === undefined)) return undefined
  const credentials = {
    ...usual.accounts[0]?.credentials,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(token !== undefined && { token }),
  }
  return [{ credentials, permitted: true }]
}

function progressFrom(text: string): Settings['progress'] {
  const [, by, number] = /^(polls|ms):(\d+)$/.exec(text) ?? []
  if (by === 'polls') return { by: 'polls', polls: Number(number) }
  if (by === 'ms') return { by: 'clock', milliseconds: Number(number) }
  throw new UsageError(`--progress ${text} is neither polls:N nor ms:N.`, {
    hint: 'polls:2 finds a search running twice before it is done; ms:500 ends it after half a second.',
  })
}
