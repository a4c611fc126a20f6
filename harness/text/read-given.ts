import { readFileSync, type Stats, statSync } from 'node:fs'
import { textOfBytes } from '../../contracts/given/text-of-bytes.ts'

/** In bytes. What is longer nobody has written who means what is read here. */
export const LONGEST_GIVEN = 64 * 1_024 ** 2
const MEBIBYTE = 1_024 ** 2

/**
 * The text of a file that somebody names, with or without a byte order mark.
 *
 * @param most how many bytes it may have.
 * @throws Error, in words that follow the file's name; with its `code` where the system refuses.
 */
export function readGiven(path: string, most: number = LONGEST_GIVEN): string {
  const stats = statSync(path)
  const kind = kindOf(stats)
  // Whoever opens one of these may wait for ever.
  if (kind !== undefined) throw new Error(`is ${kind}, and no file`)
  if (stats.size > most) throw new Error(`is longer than ${most / MEBIBYTE} MiB`)
  return textOfBytes(readFileSync(path))
}

/** What something is that is no file, in words; undefined for one. */
export function kindOf(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a pipe'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}
