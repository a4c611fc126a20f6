import { existsSync, readFileSync } from 'node:fs'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import { describedSource } from '../described/described-source.ts'
import { extended, type FindBase, type Written } from '../described/extended.ts'
import { readDescription } from '../described/read-description.ts'

/** A built-in data source that a file beside this one describes. Throws where it has a mistake, which a test rules out. */
export function builtInDescription(
  file: string,
  aliases: readonly string[] = [],
): DataSourceDefinition {
  const whole = extended(writtenIn(file), findBuiltIn)
  const found = 'value' in whole ? describedSource(whole.value) : whole
  if ('definition' in found) return { ...found.definition, aliases }
  const [first] = found.mistakes
  throw new Error(`${file}: ${first?.place}: ${first?.found}`)
}

/** What the file of a built-in data source holds; undefined where no file describes one of this name. */
export function builtInWritten(name: string): Written | undefined {
  const file = `${name}.yaml`
  return existsSync(urlOf(file)) ? writtenIn(file) : undefined
}

const findBuiltIn: FindBase = (name) =>
  builtInWritten(name) ?? { found: `there is no description "${name}"` }

function writtenIn(file: string): Written {
  const read = readDescription(readFileSync(urlOf(file), 'utf8'))
  if ('problem' in read) throw new Error(`${file} ${read.problem}`)
  const name = file.replace(/\.yaml$/, '')
  return { value: read.value, key: `built-in ${name}`, shown: name }
}

function urlOf(file: string): URL {
  return new URL(file, import.meta.url)
}
