import { basename, extname, relative, resolve } from 'node:path'
import { scopeWords } from '../../../contracts/waiver.ts'
import { UsageError } from '../../errors.ts'
import type { RunReport } from '../../report/record/run-report.ts'
import { readGiven } from '../../text/read-given.ts'
import { inTurn } from '../in-turn.ts'
import { requireWritable, writeWhole } from '../write-whole.ts'
import { type Draft, draftWaivers } from './draft-waivers.ts'

export interface WriteWaiversOptions {
  /** The file; true: the configuration file. */
  readonly writeWaivers?: string | true
}

/** What drafts waivers once the runs are over. */
export interface Drafting {
  write(runs: readonly RunReport[]): Promise<void>
}

const NEW_FILE = 'connector-contract.config.yaml'
/** Whatever is code is its author's to change. */
const CODE = ['.ts', '.js', '.mjs']

/**
 * Gets ready for `--write-waivers`. Without it, nothing is written.
 *
 * @param config where the configuration file is; undefined: there is none.
 * @param today from when on the drafts count, as `2026-12-31`
 * @throws UsageError where the file could not be written.
 */
export async function writeWaivers(
  { writeWaivers: file }: WriteWaiversOptions,
  config: string | undefined,
  today: string,
): Promise<Drafting> {
  if (file === undefined) return { write: async () => undefined }
  const path = resolve(file === true ? (config ?? NEW_FILE) : file)
  const option = `--write-waivers ${relative(process.cwd(), path)}`
  const isCode = CODE.includes(extname(path))
  if (!isCode) await requireFile(path, option)
  else if (path !== config) throw notTheConfiguration(file)
  return {
    write: async (runs) => {
      if (runs.some(({ trouble }) => trouble.length > 0)) {
        say('the run is incomplete, so no waiver is drafted')
        return
      }
      const drafts = draftWaivers(runs, today)
      if (drafts.length === 0)
        say('nothing is violated that is not waived, so no waiver is drafted')
      else if (isCode) process.stdout.write(snippet(drafts, path))
      else await inTurn(path, option, () => merge(drafts, path, option))
    },
  }
}

async function requireFile(path: string, option: string): Promise<void> {
  if (!['.json', '.yaml', '.yml'].includes(extname(path))) throw notTheConfiguration(path)
  await requireWritable(path, option)
  // A run of minutes must not end in a file that nothing can be added to.
  await merged(path, [])
}

async function merge(drafts: readonly Draft[], path: string, option: string): Promise<void> {
  const { text, added, held } = await merged(path, drafts)
  const name = relative(process.cwd(), path)
  if (held.length > 0) {
    say(
      `${name} has waivers of ${named(held)}, which are not filled in or have expired: see to them, or end what is violated`,
    )
  }
  if (added.length === 0) return
  await writeWhole(path, text, option)
  say(`drafted in ${name}: ${named(added)}`)
  say('fill in reason, issue and owner of each: the file is refused until then')
}

/** Loads what edits YAML, which those alone wait for who draft waivers. */
async function merged(path: string, drafts: readonly Draft[]) {
  const { mergeDrafts } = await import('./merge-drafts.ts')
  return mergeDrafts(textOf(path), path, drafts)
}

function textOf(path: string): string | undefined {
  try {
    return readGiven(path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new UsageError(`--write-waivers ${basename(path)} cannot be read: ${message}`)
  }
}

function snippet(drafts: readonly Draft[], path: string): string {
  const lines = drafts.map((draft) => {
    const members = Object.entries(draft).map(([name, value]) => `${name}: '${value}'`)
    return `    { ${members.join(', ')} },`
  })
  return [`To paste into ${basename(path)}:`, '', '  waivers: [', ...lines, '  ],', '', ''].join(
    '\n',
  )
}

function named(drafts: readonly Draft[]): string {
  return drafts.map(scopeWords).join(', ')
}

function say(line: string): void {
  process.stderr.write(`--write-waivers: ${line}\n`)
}

function notTheConfiguration(file: string | true): UsageError {
  return new UsageError(`--write-waivers cannot write ${file}: it is no configuration file`, {
    hint: 'Name a .json or .yaml file, or none: then the configuration file is used. A target stands before it.',
  })
}
