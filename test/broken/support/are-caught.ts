import { describe, expect, it } from 'vitest'
import { FAMILY_TITLES, type Family } from '../../../contracts/clause.ts'
import { CHECKS } from '../../../harness/checks/index.ts'
import { type Verdict, verdicts } from '../../variants/verdict.ts'
import { BROKEN_FOLDER, brokenFiles, loadBroken } from './broken-files.ts'

/** Tests that each broken connector of a family is caught by the check that it names. */
export async function areCaught(family: Family): Promise<void> {
  const connectors = await Promise.all(
    brokenFiles(family).map(async (file) => ({ file, ...(await loadBroken(file)) })),
  )
  describe.concurrent(FAMILY_TITLES[family], () => {
    for (const { file, caughtBy, defect } of connectors) {
      it(`${caughtBy} catches ${defect} (${file})`, async () => {
        const checks = CHECKS.filter(({ name }) => name === caughtBy)
        const target = { kind: 'module', specifier: file, from: BROKEN_FOLDER } as const
        expect((await verdicts(target, checks)).map(inBrief)).toEqual([`${caughtBy} violated`])
      })
    }
  })
}

/** The verdict in a few words, and why where it is not one that was hoped for. */
function inBrief({ check, result }: Verdict): string {
  return 'reason' in result
    ? `${check.name} ${result.state}: ${result.reason}`
    : `${check.name} ${result.state}`
}
