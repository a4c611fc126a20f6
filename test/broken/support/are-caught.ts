import { describe, expect, it } from 'vitest'
import { CLAIMS } from '../../support/claims.ts'
import { type Verdict, type VerdictOptions, verdicts } from '../../variants/verdict.ts'
import type { BrokenFile } from './broken-files.ts'

/** A busy machine takes its time. */
const TIMEOUT_MILLISECONDS = 120_000

/** Tests that each of these broken connectors is caught by the check that it names. */
export function areCaught(connectors: readonly BrokenFile[]): void {
  describe.concurrent('the check', { timeout: TIMEOUT_MILLISECONDS }, () => {
    for (const { name, target, caughtBy, defect } of connectors) {
      it(`${caughtBy} catches ${defect} (${name})`, async () => {
        expect(await said(target, caughtBy)).toEqual([`${caughtBy} violated`])
      })
    }
  })
}

/**
 * What is tried before all is, since it catches most. What an answer breaks ends no check, and where a call is a process
 * all its cases take minutes; HTTPS is half of what a module's take.
 */
const BEFORE_ALL: Readonly<Record<'module' | 'command', readonly VerdictOptions[]>> = {
  module: [{ scheme: 'mostly-http' }],
  command: [
    { runs: 1, most: 12, scheme: 'mostly-http' },
    { runs: 1, most: 60, scheme: 'mostly-http' },
  ],
}

async function said(target: BrokenFile['target'], caughtBy: string): Promise<readonly string[]> {
  const checks = CLAIMS.filter((check) => check.name === caughtBy)
  for (const few of BEFORE_ALL[target.kind === 'module' ? 'module' : 'command']) {
    const found = (await verdicts(target, checks, few)).map(inBrief)
    if (found.includes(`${caughtBy} violated`)) return found
  }
  return (await verdicts(target, checks)).map(inBrief)
}

/** The verdict in a few words, and why where it is not one that was hoped for. */
function inBrief({ check, result }: Verdict): string {
  return 'reason' in result
    ? `${check.name} ${result.state}: ${result.reason}`
    : `${check.name} ${result.state}`
}
