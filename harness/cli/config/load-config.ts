import { basename, extname } from 'node:path'
import { ConfigFile } from '../../../contracts/config-file.ts'
import { exactIn } from '../../../contracts/given/exact-in.ts'
import { parseExactly } from '../../../contracts/given/parse-exactly.ts'
import { measureValue } from '../../drivers/measure-value.ts'
import { ConnectorContractError, UsageError } from '../../errors.ts'
import { DEEPEST_GIVEN } from '../../text/json-depth.ts'
import { readGiven } from '../../text/read-given.ts'
import { configProblems } from './config-problems.ts'

/** Of what is wrong with a file; drafted waivers alone may lack a dozen texts. */
const MOST_NAMED = 6
const WHAT_IT_IS = 'It is JSON, YAML, or a module whose default export holds the settings.'

/**
 * Reads a configuration file: JSON, YAML, or a module whose default export it is.
 *
 * @throws UsageError where it cannot be read, or says what is no setting, with the nearest that is.
 */
export async function loadConfig(path: string): Promise<ConfigFile> {
  const content = await contentOf(path)
  if (measureValue(content, DEEPEST_GIVEN).depth > DEEPEST_GIVEN) {
    throw new UsageError(
      `${basename(path)} cannot be used: it is nested more than ${DEEPEST_GIVEN} levels deep`,
    )
  }
  const parsed = ConfigFile.safeParse(content)
  if (parsed.success) return parsed.data
  const problems = configProblems(parsed.error, content)
  const more = problems.length > MOST_NAMED ? [`and ${problems.length - MOST_NAMED} more`] : []
  throw new UsageError(
    `${basename(path)} cannot be used: ${[...problems.slice(0, MOST_NAMED), ...more].join('; ')}`,
    { hint: 'docs/configuration.md has every setting.' },
  )
}

async function contentOf(path: string): Promise<unknown> {
  try {
    switch (extname(path)) {
      case '.ts':
      case '.js':
      case '.mjs':
      case '.cjs':
      case '.mts':
      case '.cts':
        return await exportOf(path)
      case '.json':
        return parseExactly(readGiven(path))
      default: {
        // Loaded where it is needed: most runs have no such file.
        const { parse } = await import('yaml')
        // An empty file of YAML is null, and sets nothing.
        return exactIn(parse(readGiven(path), { intAsBigInt: true })) ?? {}
      }
    }
  } catch (error) {
    if (error instanceof ConnectorContractError) throw error
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new UsageError(`${basename(path)} cannot be read: ${line}`, {
      hint: WHAT_IT_IS,
    })
  }
}

/** What a module exports. It is code, and runs elsewhere: what it does must not become of this process. */
async function exportOf(path: string): Promise<unknown> {
  const { runConfig } = await import('./run-config.ts')
  const answer = await runConfig(path)
  switch (answer.kind) {
    case 'settings':
      return answer.settings
    case 'thrown':
      throw new UsageError(`${basename(path)} cannot be read: ${answer.message}`, {
        hint: answer.hint ?? WHAT_IT_IS,
      })
    case 'no-json': {
      const where = answer.where === '' ? '' : `${answer.where}: `
      throw new UsageError(
        `${basename(path)} cannot be used: ${where}found ${answer.what}; allowed is what JSON holds`,
        { hint: 'docs/configuration.md has every setting.' },
      )
    }
  }
}
