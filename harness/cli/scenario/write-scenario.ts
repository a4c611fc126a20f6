import { writeFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import type { Scenario } from '../../../contracts/scenario.ts'
import { scenarioSource } from '../../../mock-datasource/index.ts'
import { loadDataSource } from '../../data-source/load-data-source.ts'
import { dataSourceOf, type Failure } from '../../engine/failures/failure.ts'
import { scenarioOfFailure } from '../../engine/failures/scenario-of-failure.ts'
import { placeholdersLeft } from '../../engine/secrets/placeholders.ts'
import { UsageError } from '../../errors.ts'

const SCHEMA =
  '# yaml-language-server: $schema=node_modules/connector-contract/contracts/schemas/scenario.schema.json'

/**
 * Writes a kept failure as a scenario, in YAML, and says how it is run. A file that is there stays as it is.
 *
 * @param folder below which the failure is kept.
 * @throws UsageError where it is no scenario, its data source is gone, or it cannot be written.
 */
export async function writeScenario(failure: Failure, folder: string, path: string): Promise<void> {
  const { source, notes } = await sourceOf(failure, folder, path)
  const scenario = scenarioOfFailure(failure, source)
  const secrets = placeholdersLeft(scenario)
  if (secrets.length > 0) notes.push(`Whoever runs it is asked for ${secrets.join(', ')}.`)
  const { stringify } = await import('yaml')
  const text = `${SCHEMA}\n${stringify(scenario, { lineWidth: 0, aliasDuplicateObjects: false })}`
  try {
    await writeFile(path, text, { flag: 'wx' })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'EEXIST' ? 'there is such a file already' : message
    throw new UsageError(`--scenario ${path} cannot be written: ${why}`)
  }
  const note = notes.map((each) => `${each}\n`).join('')
  process.stdout.write(
    `${path} is written. ${note}Whoever has it can run it:\n\nconnector-contract verify <target> --scenario ${path}\nconnector-contract mock --scenario ${path}\n`,
  )
}

/** A description goes with the scenario; code does not, and is named by its path. */
async function sourceOf(
  { data_source }: Failure,
  folder: string,
  path: string,
): Promise<{ readonly source: NonNullable<Scenario['data_source']>; readonly notes: string[] }> {
  const { name, file, hash } = data_source
  if (file === undefined) return { source: name, notes: [] }
  const { definition, planned } = await loadDataSource(dataSourceOf({ data_source }, folder))
  const changed = 'The data source has changed since, and is in it as it is now.'
  const notes = hash === null || hash === planned.hash ? [] : [changed]
  const source = scenarioSource(definition, false)
  if (typeof source !== 'string') return { source, notes }
  const beside = fromScenario(resolve(folder, file), path)
  return {
    source: beside,
    notes: [...notes, `It names the data source ${beside}, which is code; send that file with it.`],
  }
}

function fromScenario(file: string, path: string): string {
  const way = relative(dirname(resolve(path)), file).replaceAll('\\', '/')
  return way.startsWith('../') ? way : `./${way}`
}
