import type { Method } from '../../../contracts/method.ts'
import type { WaiverScope } from '../../../contracts/waiver.ts'
import type { Violation } from '../found/result.ts'

/** What a waiver can tell violations apart by. */
export interface Broken {
  readonly clause: string
  /** Whose answer broke the clause; undefined where no call was made. */
  readonly method: Method | undefined
  /** The kinds of the faults that struck the requests of that call. */
  readonly faults: readonly string[]
}

/** What a violation has broken, and how. */
export function brokenBy({
  clause,
  transcript,
  faults = [],
}: Pick<Violation, 'clause' | 'transcript' | 'faults'>): Broken {
  return { clause, method: transcript.at(-1)?.method, faults }
}

/** Whether a waiver is about such a violation, whatever its date. */
export function covers({ clause, method, fault }: WaiverScope, broken: Broken): boolean {
  return (
    clause === broken.clause &&
    (method === undefined || method === broken.method) &&
    (fault === undefined || broken.faults.includes(fault))
  )
}

/** The waivers that cover it, by their place. */
export function coveredBy(waivers: readonly WaiverScope[], broken: Broken): readonly number[] {
  return [...waivers.entries()].flatMap(([place, waiver]) =>
    covers(waiver, broken) ? [place] : [],
  )
}

/** Whether a waiver leaves nothing of its clause to look for. */
export function isOfWholeClause({ method, fault }: WaiverScope): boolean {
  return method === undefined && fault === undefined
}
