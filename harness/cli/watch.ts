import type { DataSourceRef } from '../data-source/data-source-ref.ts'
import { filesOf } from '../data-source/hash-of-file.ts'
import type { Target } from '../drivers/target.ts'
import { stopSignal } from './stop-signal.ts'
import type { ExitCode } from './supervisor/protocol.ts'
import { verifyProcess } from './verify-process.ts'
import { Changes } from './watch/changes.ts'
import { placesOf } from './watch/places-of.ts'
import { rounds } from './watch/rounds.ts'

/** What `verify --watch` needs to know. */
export interface WatchOptions {
  /** What stands behind `verify` on the command line, `--watch` itself left out. */
  readonly words: readonly string[]
  readonly targets: readonly Target[]
  readonly configurationFile: string | undefined
  /** What the connector talks to; undefined: nobody says. */
  readonly dataSource?: DataSourceRef | undefined
  /** Files that a run writes. */
  readonly written: readonly string[]
}

/**
 * `verify --watch`: verifies, and again whenever a file of the connector or the configuration changes. Each round is a
 * process of its own, so that it finds everything as it is then.
 *
 * @returns the exit code of the last round that came to its end.
 */
export async function watch(options: WatchOptions): Promise<ExitCode> {
  const stop = new AbortController()
  void stopSignal().then(() => stop.abort())
  const changes = new Changes(options.written)
  const look = async () => {
    const { configurationFile } = options
    changes.watch({
      folders: [],
      files: [
        ...(configurationFile === undefined ? [] : [configurationFile]),
        ...dataSourceFiles(options.dataSource),
      ],
    })
    for (const target of options.targets) changes.watch(await placesOf(target))
  }
  try {
    await look()
    return await rounds({
      changes,
      stop: stop.signal,
      say: (words) => process.stdout.write(words),
      verify: async (isFirst) => {
        const shown = { report: isFirst, rest: true }
        const { cwd, env } = { cwd: process.cwd(), env: process.env }
        const end = await verifyProcess(options.words, { cwd, env, shown }, stop.signal)
        // What it loads may be another by now.
        await look().catch(() => undefined)
        return end
      },
    })
  } finally {
    changes.close()
  }
}

/** The file of a data source, and what it imports; one that cannot be read is watched for what becomes of it. */
function dataSourceFiles(ref: DataSourceRef | undefined): readonly string[] {
  if (ref?.from.kind !== 'file') return []
  try {
    return filesOf(ref.from.path)
  } catch {
    return [ref.from.path]
  }
}

/** The words behind `verify` without `--watch`, which is this tool's own word before `--` alone. */
export function withoutWatch(argv: readonly string[]): readonly string[] {
  const words = argv.slice(argv.indexOf('verify') + 1)
  const end = words.includes('--') ? words.indexOf('--') : words.length
  return words.filter((word, index) => word !== '--watch' || index >= end)
}
