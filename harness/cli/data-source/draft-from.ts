import { existsSync, writeFileSync } from 'node:fs'
import { BUILT_IN } from '../../../mock-datasource/index.ts'
import { canonicalName } from '../../data-source/data-source-ref.ts'
import { UsageError } from '../../errors.ts'
import { draftText, PLACES } from './draft-text.ts'
import { membersIn } from './module-members.ts'

const NAME = /^[a-z][a-z0-9-]*$/

/**
 * Writes the draft of a description, `NAME.yaml` in the current folder.
 *
 * @param folder that of a module of stix-shifter.
 * @returns what to tell whoever wanted it.
 * @throws UsageError where the name cannot be one, the folder is none of a module, or the file is there already.
 */
export function draftFrom(given: string, folder: string): readonly string[] {
  const name = canonicalName(given)
  if (!NAME.test(name)) {
    throw new UsageError(`"${given}" cannot be the name of a data source`, {
      hint: 'Use lower-case letters, digits and -, a letter first.',
    })
  }
  if (BUILT_IN.some((each) => each.name === name || each.aliases.includes(name))) {
    throw new UsageError(`a data source "${name}" is built in; choose another name`, {
      hint: `\`connector-contract data-source check ${name}\` shows it.`,
    })
  }
  const file = `${name}.yaml`
  const members = membersIn(folder)
  if (existsSync(file)) throw thereAlready(file)
  write(file, draftText(name, members))
  return [
    `${file} is a draft of what ${members.title} is: what its module is given is filled in.`,
    `To fill in: ${PLACES.map(({ place }) => place).join(', ')}. docs/data-sources.md says how; then:`,
    '',
    `  npx connector-contract data-source check ./${file}`,
  ]
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw thereAlready(file)
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`${file} cannot be written: ${reason}`, { cause })
  }
}

function thereAlready(file: string): UsageError {
  return new UsageError(`${file} is there already; nothing was written`, {
    hint: 'Choose another name, or take it away.',
  })
}
