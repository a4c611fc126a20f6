import { writeFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import type { Failure } from '../../engine/failures/failure.ts'
import { scenarioOfFailure } from '../../engine/failures/scenario-of-failure.ts'
import { UsageError } from '../../errors.ts'

const SCHEMA =
  '# yaml-language-server: $schema=node_modules/connector-contract/contracts/schemas/scenario.schema.json'

/**
 * Writes a kept failure as a scenario, in YAML, and says how it is run. A file that is there stays as it is.
 *
 * @param folder below which the failure is kept.
 * @throws UsageError where it is no scenario, or cannot be written.
 */
export async function writeScenario(failure: Failure, folder: string, path: string): Promise<void> {
  const { name, file } = failure.data_source
  const beside = file === undefined ? name : fromScenario(resolve(folder, file), path)
  const scenario = scenarioOfFailure(failure, beside)
  const { stringify } = await import('yaml')
  const text = `${SCHEMA}\n${stringify(scenario, { lineWidth: 0, aliasDuplicateObjects: false })}`
  try {
    await writeFile(path, text, { flag: 'wx' })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'EEXIST' ? 'there is such a file already' : message
    throw new UsageError(`--scenario ${path} cannot be written: ${why}`)
  }
  const note =
    file === undefined ? '' : `It names the data source ${beside}; send that file with it.\n`
  process.stdout.write(
    `${path} is written. ${note}Whoever has it can run it:\n\nconnector-contract verify <target> --scenario ${path}\nconnector-contract mock --scenario ${path}\n`,
  )
}

function fromScenario(file: string, path: string): string {
  const way = relative(dirname(resolve(path)), file).replaceAll('\\', '/')
  return way.startsWith('../') ? way : `./${way}`
}
