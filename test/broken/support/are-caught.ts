import { describe, expect, it } from 'vitest'
import { CLAIMS } from '../../support/claims.ts'
import { type Verdict, verdicts } from '../../variants/verdict.ts'
import type { BrokenFile } from './broken-files.ts'

/** A busy machine takes its time. */
const TIMEOUT_MILLISECONDS = 120_000

/** Tests that each of these broken connectors is caught by the check that it names. */
export function areCaught(connectors: readonly BrokenFile[]): void {
  describe.concurrent('the check', { timeout: TIMEOUT_MILLISECONDS }, () => {
    for (const { name, target, caughtBy, defect } of connectors) {
      it(`${caughtBy} catches ${defect} (${name})`, async () => {
        const checks = CLAIMS.filter((check) => check.name === caughtBy)
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
