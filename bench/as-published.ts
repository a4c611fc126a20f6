import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layOutPackage } from '../scripts/lay-out-package.ts'

/**
 * Measures the command line as its users have it, of few files and with what it depends on beside.
 *
 * @param measure gets the file to start with Node.js.
 */
export async function asPublished<T>(measure: (program: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-package-'))
  try {
    await layOutPackage(folder, 'beside')
    return await measure(join(folder, 'bin/connector-contract.js'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
