import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Family } from '../../../contracts/clause.ts'

/** The folder of the broken connectors. */
export const BROKEN_FOLDER = fileURLToPath(new URL('../', import.meta.url))

/** The files of the broken connectors in TypeScript, in the order of their names. */
export function brokenFiles(family?: Family): readonly string[] {
  const prefix = family === undefined ? '' : `${family.toLowerCase()}-`
  return readdirSync(BROKEN_FOLDER).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file.startsWith(prefix),
  )
}

/** The broken connector in one of these files, as far as its metadata goes. */
export async function loadBroken(file: string): Promise<Record<'caughtBy' | 'defect', string>> {
  const { default: broken } = await import(/* @vite-ignore */ `${BROKEN_FOLDER}${file}`)
  return broken
}
