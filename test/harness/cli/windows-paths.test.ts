import { expect, test } from 'vitest'
import { wantedReport } from '../../../harness/cli/report-option.ts'
import { isPath } from '../../../harness/data-source/find-data-source.ts'
import { resolveConnectorPath } from '../../../harness/drivers/resolve-connector-path.ts'
import { TargetError } from '../../../harness/errors.ts'

const PATHS = [
  'C:\\work\\mine',
  '.\\mine',
  '..\\other\\mine',
  '\\\\server\\share\\mine',
  'sub\\mine',
]

test.each(PATHS)('a file as Windows spells it is a path, and no name of anything: %s', (path) => {
  expect(isPath(path)).toBe(true)
  expect(wantedReport(`html=${path}.html`, undefined)).toMatchObject([
    { form: 'html', path: `${path}.html` },
  ])
})

test.each(PATHS.slice(0, 4))(
  'no package is looked for where Windows would have a path: %s',
  (path) => {
    const error = (() => {
      try {
        return resolveConnectorPath(`${path}.ts`, process.cwd())
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(TargetError)
    expect((error as TargetError).hint).not.toContain('installed package')
  },
)
