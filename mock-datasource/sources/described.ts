import { existsSync, readFileSync } from 'node:fs'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import { describedSource } from '../described/described-source.ts'
import { extended, type FindBase, type Written } from '../described/extended.ts'

/**
 * A built-in data source that a file beside this one describes. What is read is that file as JSON, which
 * `node scripts/write-schemas.ts` makes of it: to load what reads YAML takes longer than all else. Throws where it
 * has a mistake, which a test rules out.
 */
export function builtInDescription(
  name: string,
  aliases: readonly string[] = [],
): DataSourceDefinition {
  const whole = extended(writtenAs(name), findBuiltIn)
  const found = 'value' in whole ? describedSource(whole.value) : whole
  if ('definition' in found) return { ...found.definition, aliases }
  const [first] = found.mistakes
  throw new Error(`${name}: ${first?.place}: ${first?.found}`)
}

/** What the file of a built-in data source holds; undefined where no file describes one of this name. */
export function builtInWritten(name: string): Written | undefined {
  return existsSync(urlOf(name)) ? writtenAs(name) : undefined
}

const findBuiltIn: FindBase = (name) =>
  builtInWritten(name) ?? { found: `there is no description "${name}"` }

function writtenAs(name: string): Written {
  const value: unknown = JSON.parse(readFileSync(urlOf(name), 'utf8'))
  return { value, key: `built-in ${name}`, shown: name }
}

function urlOf(name: string): URL {
  return new URL(`json/${name}.json`, import.meta.url)
}
