import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
/** What the published package holds beside `dist/`. */
const PUBLISHED = ['connectors', 'contracts', 'package.json']

/**
 * Lays the project out as the published package is, without packing and installing it: for those who start its
 * command line often, or measure how it starts.
 *
 * @param into a folder, which holds nothing yet.
 */
export async function layOutPackage(
  into: string,
  dependencies: Parameters<typeof bundle>[1],
): Promise<void> {
  mkdirSync(into, { recursive: true })
  await bundle(join(into, 'dist'), dependencies)
  // Copied: it loads what lies beside the real file.
  cpSync(join(ROOT, 'bin'), join(into, 'bin'), { recursive: true })
  for (const name of PUBLISHED) symlinkSync(join(ROOT, name), join(into, name))
  if (dependencies === 'beside') symlinkSync(join(ROOT, 'node_modules'), join(into, 'node_modules'))
}
