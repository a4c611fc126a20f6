import { writeFileSync } from 'node:fs'
import { BUILT_IN } from '../../../mock-datasource/index.ts'
import { canonicalName } from '../../data-source/data-source-ref.ts'
import { UsageError } from '../../errors.ts'
import { wrapCommand } from '../../text/wrap-command.ts'
import { wrapped } from './narrow.ts'

const NAME = /^[a-z][a-z0-9-]*$/

/** The name of a data source that is to be drafted. @throws UsageError where it cannot be one, or is taken. */
export function draftName(given: string): string {
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
  return name
}

/** Writes a draft into the current folder, and gives its name. @throws UsageError where there is such a file, or none can be. */
export function writeDraft(name: string, text: string): string {
  const file = `${name}.yaml`
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw thereAlready(file)
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`${file} cannot be written: ${reason}`, { cause })
  }
  return file
}

function thereAlready(file: string): UsageError {
  return new UsageError(`${file} is there already; nothing was written`, {
    hint: 'Choose another name, or take it away.',
  })
}

/** What to tell whoever wanted a draft. */
export function draftedLines(
  file: string,
  what: string,
  open: readonly string[],
): readonly string[] {
  return [
    ...wrapped(`${file} ${what}`, 0),
    ...wrapped(`To fill in: ${open.join(', ')}. docs/data-sources.md says how; then:`, 0),
    '',
    `  ${wrapCommand(`npx connector-contract data-source check ./${file}`, 2)}`,
  ]
}
