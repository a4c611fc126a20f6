import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
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

it.skipIf(process.platform !== 'linux')(
  'what becomes known of calls while the checks run stands in the report',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'limits-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    cpSync(REFERENCE, folder, { recursive: true })
    writeFileSync(join(folder, 'imported.py'), 'pass\n')
    writeFileSync(join(folder, 'changing.py'), CHANGING)
    const prefix = ['python3', '-B', 'changing.py', 'transmit', 'abc']
    const target = { kind: 'command', prefix, cwd: folder } as const
    const { limits, clauses } = await verify(
      verifyOptions({ target, only: ['LIFE-4'], runs: 1 }),
      SILENT,
    )
    expect(clauses.find(({ clause }) => clause === 'LIFE-4')).toMatchObject({ outcome: 'held' })
    expect(limits).toEqual([expect.stringContaining('has changed')])
  },
  120_000,
)
