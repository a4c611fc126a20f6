import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Of the frames nearest to what was thrown. */
const MOST_FRAMES = 6
/** Files of this package that make the call: as they lie in the source, and as they are published. */
const OWN = ['./', '../../../chunks/'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
)
const FRAME =
  /^\s+at (?:async )?(?:(.*?) \()?((?:file:\/\/)?\/?[^():]*(?:\/|\\)[^():]+):(\d+):\d+\)?$/

/**
 * Where an exception was thrown in the connector's files, one frame a line, the innermost last as in a traceback;
 * undefined where it does not tell. Without its message, and whatever was thrown.
 */
export function traceOf(thrown: unknown): string | undefined {
  try {
    if (!(thrown instanceof Error) || typeof thrown.stack !== 'string') return undefined
    const frames = thrown.stack.split('\n').flatMap(frameIn).slice(0, MOST_FRAMES)
    return frames.length === 0 ? undefined : frames.toReversed().join('\n')
  } catch {
    return undefined
  }
}

function frameIn(line: string): readonly string[] {
  const [, name = '', place = '', row] = FRAME.exec(line) ?? []
  if (place === '' || row === undefined) return []
  const path = place.startsWith('file:') ? fileURLToPath(place) : place
  if (OWN.some((folder) => path.startsWith(folder)) || path.includes(`${sep}node_modules${sep}`))
    return []
  const near = relative(process.cwd(), path)
  const shown = near.startsWith('..') ? path : near
  return [`${shown}:${row}${name === '' ? '' : ` in ${name}`}`]
}
