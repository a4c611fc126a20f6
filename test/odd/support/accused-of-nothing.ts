import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../../harness/checks/index.ts'
import { thinned } from '../../variants/thinned.ts'
import { type Verdict, verdicts } from '../../variants/verdict.ts'
import type { OddConnector } from './odd-connectors.ts'

/** A busy machine takes its time. */
const TIMEOUT_MILLISECONDS = 120_000

/** How much of each check is tried: which checks, how many of the cases that they list and make. */
export interface Amount {
  readonly only?: readonly string[]
  readonly listed: number
  readonly made: number
}

/**
 * Tests that no check accuses any of these connectors. Each meets other cases of those that the checks
 * list; the proof (`npm run prove`) tries them all.
 */
export function areAccusedOfNothing(connectors: readonly OddConnector[], amount: Amount): void {
  describe('no check accuses a connector with', { timeout: TIMEOUT_MILLISECONDS }, () => {
    connectors.forEach(({ name, target, oddity, advised }, index) => {
      const checks = CHECKS.filter((check) => !advised.includes(check.name))
        .filter((check) => amount.only?.includes(check.name) ?? true)
        .map((check) => thinned(check, amount.listed, index))

      it(`${oddity} (${name})`, async () => {
        const found = await verdicts(target, checks, {
          ...{ scheme: 'mostly-http', runs: amount.made },
          ...{ everyAnswer: { but: advised } },
        })
        expect(found.flatMap(accusation)).toEqual([])
      })
    })
  })
}

function accusation({ check, result }: Verdict): readonly string[] {
  switch (result.state) {
    case 'violated': {
      const { expected, actual, counterexample } = result.violation
      return [
        `${check.name}: ${JSON.stringify(counterexample)} expected ${expected}, got ${actual}`,
      ]
    }
    case 'undecided':
      return [`${check.name} undecided: ${result.reason}`]
    default:
      return []
  }
}
