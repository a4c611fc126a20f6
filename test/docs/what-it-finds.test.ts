import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { brokenPath } from '../broken/support/broken-files.ts'
import { runProgram } from '../support/run-program.ts'
import { DEFECTS } from './what-it-finds/defects.ts'
import { verifiedFor, whatItFindsPage } from './what-it-finds/page.ts'
import { RUNS, reportOf, withoutTime } from './what-it-finds/report-of.ts'

const PAGE = fileURLToPath(new URL('../../docs/what-it-finds.md', import.meta.url))
const LONGEST_LINE = 100
/** A machine that is too busy makes a connector miss its timeouts, once; a page that is wrong stays wrong. */
const OPTIONS = { timeout: 300_000, retry: 1 }

describe('docs/what-it-finds.md', OPTIONS, () => {
  it('shows the defects and the reports on them as they are, in lines that can be read', async () => {
    const page = await whatItFindsPage()
    // `node scripts/what-it-finds.ts` writes the page anew.
    await expect(page).toMatchFileSnapshot(PAGE)
    const code = page.split('```').filter((_, index) => index % 2 === 1)
    const lines = code.flatMap((block) => block.split('\n'))
    expect(lines.filter((line) => line.length > LONGEST_LINE)).toEqual([])
  })

  it('shows what the command line prints', async () => {
    const defect = DEFECTS.find(({ clause }) => clause === 'PAGE-2')
    if (defect === undefined) throw new Error('there is no defect of PAGE-2 on the page')
    const only = ['--only', defect.clause, '--runs', String(RUNS)]
    const words = ['verify', brokenPath(defect.file), ...only, '--no-store']
    const { stdout, exitCode } = await runProgram(words)
    expect(exitCode).toBe(1)
    expect(withoutTime(stdout)).toBe(await reportOf(verifiedFor(defect), false))
  })
})
