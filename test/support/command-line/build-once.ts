import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { layOutPackage } from '../../../scripts/lay-out-package.ts'
import { BUNDLE, ROOT } from './paths.ts'

/** All that the command line is made of. */
const SOURCES = [
  'bin/*.js',
  '{connectors,contracts,harness,mock-datasource}/**/*.*',
  'scripts/{bundle,lay-out-package}.ts',
  'package-lock.json',
]
/** Says what the command line that is there was made of. */
const MADE_OF = join(BUNDLE, 'made-of')

/**
 * Makes the command line as the published package has it for a test run, where it has not been made of the same sources
 * before. With what it depends on in the same files a short command takes a sixth less, and the tests start some three
 * hundred; `npm run test:package` starts the package itself.
 */
export default async function buildOnce(project: TestProject): Promise<void> {
  await buildWhereChanged()
  project.onTestsRerun(buildWhereChanged)
}

async function buildWhereChanged(): Promise<void> {
  const sources = hashOfSources()
  if (existsSync(MADE_OF) && readFileSync(MADE_OF, 'utf8') === sources) return
  rmSync(BUNDLE, { recursive: true, force: true })
  await layOutPackage(BUNDLE, 'within')
  writeFileSync(MADE_OF, sources)
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const path of globSync(SOURCES, { cwd: ROOT, exclude: ['**/__pycache__/**'] }).toSorted()) {
    hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)))
  }
  return hash.digest('hex')
}
