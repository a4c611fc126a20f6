import { extname } from 'node:path'
import { parseDocument } from 'yaml'
import { scopeWords, type WaiverScope } from '../../../contracts/waiver.ts'
import { UsageError } from '../../errors.ts'
import { isObject } from '../../kit/answer.ts'
import { parseGiven } from '../../text/json-depth.ts'
import type { Draft } from './draft-waivers.ts'
import { yamlWithDrafts } from './yaml-with-drafts.ts'

/** A configuration with drafts in it, and those that it holds already, whose own waivers do not count any more. */
export interface Merged {
  readonly text: string
  readonly added: readonly Draft[]
  readonly held: readonly Draft[]
}

/** What a new file begins with, for an editor. */
const SCHEMA =
  '# yaml-language-server: $schema=./node_modules/connector-contract/contracts/schemas/config.schema.json\n'

/**
 * The text of a configuration with these waivers added to its own. Comments of YAML stay, and so does the
 * indentation of JSON.
 *
 * @param text what the file holds; undefined: there is none yet.
 * @throws UsageError where it is no configuration.
 */
export function mergeDrafts(
  text: string | undefined,
  path: string,
  drafts: readonly Draft[],
): Merged {
  return extname(path) === '.json'
    ? mergedJson(text ?? '{}', path, drafts)
    : mergedYaml(text ?? SCHEMA, path, drafts)
}

function mergedJson(text: string, path: string, drafts: readonly Draft[]): Merged {
  const config = jsonOf(text, path)
  const { waivers = [] } = config
  if (!Array.isArray(waivers)) throw noList(path)
  const { added, held } = sorted(drafts, waivers)
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  '
  const whole = { ...config, waivers: [...waivers, ...added] }
  return { text: `${JSON.stringify(whole, null, indent)}\n`, added, held }
}

function mergedYaml(text: string, path: string, drafts: readonly Draft[]): Merged {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error !== undefined) throw unreadable(path, error.message.split('\n')[0] ?? '')
  const config: unknown = document.toJS() ?? {}
  if (!isObject(config)) throw unreadable(path, 'it holds no settings')
  const waivers = config['waivers'] ?? []
  if (!Array.isArray(waivers)) throw noList(path)
  const { added, held } = sorted(drafts, waivers)
  return { text: added.length === 0 ? text : yamlWithDrafts(text, added), added, held }
}

function jsonOf(text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    const config: unknown = parseGiven(text)
    if (isObject(config)) return config
  } catch (error) {
    throw unreadable(path, error instanceof Error ? error.message : String(error))
  }
  throw unreadable(path, 'it holds no settings')
}

/** Waivers of the same scope would be refused. */
function sorted(drafts: readonly Draft[], waivers: readonly unknown[]) {
  const scopes = waivers.filter(isObject).map((each) => scopeWords(each as unknown as WaiverScope))
  const isHeld = (draft: Draft) => scopes.includes(scopeWords(draft))
  return { added: drafts.filter((draft) => !isHeld(draft)), held: drafts.filter(isHeld) }
}

function noList(path: string): UsageError {
  return unreadable(path, 'its waivers are no list')
}

function unreadable(path: string, why: string): UsageError {
  return new UsageError(`no waivers can be added to ${path}: ${why}`, {
    hint: 'Name a configuration file of JSON or YAML, or one that does not exist yet.',
  })
}
