import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { describedAbc } from './described.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with `described.json` in it: what responses are held against. */
    responses: string
  }
}

/** Once for a whole test run, since every test file and every process of theirs needs it. */
export default function describeOnce(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'responses-'))
  writeFileSync(join(folder, 'described.json'), JSON.stringify(describedAbc()))
  project.provide('responses', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
