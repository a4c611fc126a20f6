import { lstatSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../../errors.ts'
import { makeFolder } from '../../text/make-folder.ts'
import type { SkeletonFile } from './skeleton.ts'

/**
 * Writes files that are not there yet, and the folders that they lie in: all of them, or none.
 *
 * @throws UsageError that names what is in the way, or why a folder takes no files.
 */
export function writeNewFiles(folder: string, files: readonly SkeletonFile[]): void {
  const inTheWay = new Set(files.flatMap(({ path }) => obstacle(folder, path) ?? []))
  if (inTheWay.size > 0) {
    const names = [...inTheWay]
    const others = names.length === 1 ? '' : `, and ${names.length - 1} more`
    throw new UsageError(`${names[0]} is there already${others}; nothing was written`, {
      hint: 'Choose another name or another folder, or take it away.',
    })
  }
  try {
    for (const { path, text } of files) {
      makeFolder(join(folder, dirname(path)))
      writeFileSync(join(folder, path), text, { flag: 'wx' })
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`the connector cannot be written here: ${reason}`, { cause })
  }
}

/** A file where one of its folders has to be, or the file itself. A link that leads nowhere counts too. */
function obstacle(folder: string, path: string): string | undefined {
  const names = path.split('/')
  for (let count = 1; count <= names.length; count += 1) {
    const there = join(folder, ...names.slice(0, count))
    if (lstatSync(there, { throwIfNoEntry: false }) === undefined) return undefined
    const isFolder =
      count < names.length && statSync(there, { throwIfNoEntry: false })?.isDirectory()
    if (isFolder !== true) return names.slice(0, count).join('/')
  }
  return undefined
}
