import { execFileSync } from 'node:child_process'
import { cpSync, globSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Builds `dist/` anew, so that no file of an earlier build is ever published. */
const root = fileURLToPath(new URL('../', import.meta.url))
rmSync(`${root}dist`, { recursive: true, force: true })
execFileSync('tsc', ['-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
// What tsc passes over: a driver's worker in another language, what `init` writes, a page's style and script, and
// data sources that are described.
const OTHERS = [
  'harness/**/*.{py,md,yml,css,js}',
  'mock-datasource/ui/page.{js,css}',
  'mock-datasource/sources/*.yaml',
  'mock-datasource/sources/json/*.json',
]
// It goes into the package as it is: no Node loads it.
const PYTEST = /^harness.pytest./
for (const file of globSync(OTHERS, { cwd: root }).filter((each) => !PYTEST.test(each))) {
  cpSync(`${root}${file}`, `${root}dist/${file}`)
}
