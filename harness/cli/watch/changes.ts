import { type FSWatcher, fstatSync, statSync, watch } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'

/** What is watched: folders with all that is in them, and single files. Absolute paths. */
export interface Places {
  readonly folders: readonly string[]
  readonly files: readonly string[]
}

/** What changes by itself, is written by tools, or is none of the connector's. */
const PASSED_OVER = /^(?:\..*|node_modules|__pycache__|.*\.(?:pyc|log|tmp|swp|swx)|.*~|4913)$/
/** Editors write a file in several steps, and tools several files at once, in milliseconds. */
const QUIET = 100

/**
 * Watches files, by Node's own means: a library would say no more about what has changed.
 *
 * A file is watched by its folder, since an editor puts another file in its place.
 */
export class Changes {
  readonly #passedOver: ReadonlySet<string>
  readonly #watchers = new Map<string, FSWatcher>()
  readonly #changed = new Set<string>()
  #files = new Set<string>()
  #wake = () => {}

  /** @param written files that are written by whoever watches. */
  constructor(written: readonly string[]) {
    this.#passedOver = new Set(written.map((path) => resolve(path)))
  }

  /** Watches these places from now on, beside those of before. */
  watch({ folders, files }: Places): void {
    this.#files = new Set([...this.#files, ...files])
    for (const folder of folders) this.#watch(folder, true)
    for (const folder of new Set(files.map((file) => dirname(file)))) this.#watch(folder, false)
  }

  /** What has changed since this was last called, or since `next` gave something. */
  take(): readonly string[] {
    const changed = [...this.#changed].toSorted()
    this.#changed.clear()
    return changed
  }

  /** Waits until something has changed and nothing else does for a moment; nothing where `stop` is given. */
  async next(stop: AbortSignal): Promise<readonly string[]> {
    if (stop.aborted) return []
    await new Promise<void>((end) => {
      let timer: NodeJS.Timeout | undefined
      this.#wake = () => {
        clearTimeout(timer)
        timer = setTimeout(end, QUIET)
      }
      stop.addEventListener('abort', () => end(), { once: true })
      if (this.#changed.size > 0) this.#wake()
    })
    this.#wake = () => {}
    return this.take()
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close()
    this.#watchers.clear()
  }

  /** Our output may go into a file that lies there: telling of a change must not be one. */
  #isOwnOutput(path: string): boolean {
    const inode = statSync(path, { throwIfNoEntry: false })?.ino
    return inode !== undefined && [1, 2].some((stream) => fstatSync(stream).ino === inode)
  }

  #watch(folder: string, whole: boolean): void {
    const key = `${folder}${whole ? sep : ''}`
    if (this.#watchers.has(key)) return
    const ignore = (path: string) => PASSED_OVER.test(basename(path))
    const watcher = watch(folder, { recursive: whole, ignore }, (_, name) => {
      if (name === null) return
      const path = join(folder, name)
      if (!whole && !this.#files.has(path)) return
      if (this.#passedOver.has(path) || name.split(sep).some(ignore)) return
      if (this.#isOwnOutput(path)) return
      this.#changed.add(path)
      this.#wake()
    })
    // A folder that is taken away has changed, and has been told.
    watcher.on('error', () => watcher.close())
    this.#watchers.set(key, watcher)
  }
}
