import { resolve } from 'node:path'
import type { WrittenFile } from './supervisor/protocol.ts'
import { writeWhole } from './write-whole.ts'

const written = new Map<string, string>()

/** Writes a file that belongs to what this process comes to; see `writeWhole`. */
export async function writeForGood(path: string, text: string, option: string): Promise<void> {
  const sha256 = await writeWhole(path, text, option)
  if (sha256 !== undefined) written.set(resolve(path), sha256)
}

/** The files that were written for good, each with what was written last. */
export function writtenFiles(): WrittenFile[] {
  return [...written].map(([path, sha256]) => ({ path, sha256 }))
}
