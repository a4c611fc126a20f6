import type { Method } from '../../../contracts/method.ts'
import type { Invariant } from '../../kit/invariants/invariant.ts'
import type { Finding } from '../../kit/violation.ts'
import type { OpenSession } from '../session/open-session.ts'

/** What the calls of one case say of one invariant. */
export interface JudgedInvariant {
  readonly invariant: Invariant
  /** The methods of the answers that it judged, and of those that broke it, in the order of the calls. */
  readonly judged: readonly Method[]
  readonly broken: readonly BrokenCall[]
  /** How many requests the judged answers caused. */
  readonly requests: number
}

export interface BrokenCall {
  readonly method: Method
  /** How many calls the case had made by then, this one included. */
  readonly calls: number
  readonly finding: Finding
}

/** Holds every call of a session against every invariant. Those that no call concerned are left out. */
export function judgeCalls(
  invariants: readonly Invariant[],
  session: OpenSession,
): readonly JudgedInvariant[] {
  const { secrets } = session
  const calls = session.calls.map(({ answer }, index) => ({
    answer,
    change: session.lastCall(index + 1)?.change ?? {},
    ...{ secrets, capabilities: session },
  }))
  return invariants.flatMap((invariant) => {
    const concerned = [...calls.entries()].filter(([, call]) => invariant.concerns(call))
    if (concerned.length === 0) return []
    const broken = concerned.flatMap(([index, call]) => {
      const finding = invariant.judge(call)
      return finding ? [{ method: call.answer.method, calls: index + 1, finding }] : []
    })
    const judged = concerned.map(([, { answer }]) => answer.method)
    const requests = concerned.reduce((sum, [, { answer }]) => sum + answer.exchanges.length, 0)
    return [{ invariant, judged, broken, requests }]
  })
}
