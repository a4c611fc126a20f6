import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildCommandLine } from './build.ts'
import { BUNDLE, ROOT } from './paths.ts'

/** All that the command line is made of. */
const SOURCES = [
  'bin/*.js',
  '{contracts,harness,mock-datasource}/**/*.*',
  'test/support/command-line/build.ts',
  'package-lock.json',
]
/** Says what the command line that is there was made of. */
const MADE_OF = join(BUNDLE, 'made-of')

/** Makes the command line for a test run, where it has not been made of the same sources before. */
export default async function buildOnce(project: TestProject): Promise<void> {
  await buildWhereChanged()
  project.onTestsRerun(buildWhereChanged)
}

async function buildWhereChanged(): Promise<void> {
  const sources = hashOfSources()
  if (existsSync(MADE_OF) && readFileSync(MADE_OF, 'utf8') === sources) return
  await buildCommandLine()
  writeFileSync(MADE_OF, sources)
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const path of globSync(SOURCES, { cwd: ROOT, exclude: ['**/__pycache__/**'] }).toSorted()) {
    hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)))
  }
  return hash.digest('hex')
}
