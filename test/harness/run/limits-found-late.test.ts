import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDriver } from '../../../harness/drivers/open-driver.ts'
import { ResultCollector } from '../../../harness/report/from-vitest.ts'
import { makePlan } from '../../../harness/run/make-plan.ts'
import { runSuites } from '../../../harness/run/run-suites.ts'
import { verify } from '../../../harness/run/verify.ts'
import { verifyOptions } from '../../support/made-options.ts'

const REFERENCE = 'connectors/abc-security-monitor-python'
const SILENT = { planned: () => undefined, finished: () => undefined }

/** As the reference, but that `status`, which the checks alone call, changes a module that every call imports. */
const CHANGING = `
import sys, imported, main
if sys.argv[5] == "status":
    with open(imported.__file__, "a") as module:
        module.write("pass\\n")
sys.exit(main.main(sys.argv[1:]))
`

function changingConnector() {
  const folder = mkdtempSync(join(tmpdir(), 'limits-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(REFERENCE, folder, { recursive: true })
  writeFileSync(join(folder, 'imported.py'), 'pass\n')
  writeFileSync(join(folder, 'changing.py'), CHANGING)
  const prefix = ['python3', '-B', 'changing.py', 'transmit', 'abc']
  return { kind: 'command', prefix, cwd: folder } as const
}

describe.skipIf(process.platform !== 'linux')(
  'what becomes known of calls while the checks run',
  { timeout: 120_000 },
  () => {
    it('stands in the report', async () => {
      const options = verifyOptions({ target: changingConnector(), only: ['LIFE-4'], runs: 1 })
      const { limits, clauses } = await verify(options, SILENT)
      expect(clauses.find(({ clause }) => clause === 'LIFE-4')).toMatchObject({ outcome: 'held' })
      expect(limits).toEqual([expect.stringContaining('has changed')])
    })

    it('does so where one of several workers came to know it', async () => {
      const target = changingConnector()
      const driver = await openDriver({ ...target, cold: true })
      onTestFinished(() => driver.close())
      const options = verifyOptions({ target, only: ['MODE-1', 'LIFE-4'], runs: 1 })
      const collector = new ResultCollector()
      await runSuites(await makePlan(options, driver), { jobs: 2 }, collector)
      const { limits, trouble } = collector
      expect({ limits: [...limits], trouble }).toEqual({
        limits: [expect.stringContaining('has changed')],
        trouble: [],
      })
    })
  },
)
