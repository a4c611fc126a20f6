import type { Agreement, Difference, NotCompared } from '../drift-report.ts'
import type { Observed } from '../observed.ts'
import { ALL, CODE, HTTP_STATUS } from '../probe/answer-facets.ts'
import { compareSeen } from './compare-seen.ts'
import { compareMissingField } from './compare-types.ts'
import { because, reasonsInWords, type Verdict } from './verdict.ts'

/** In place of a probe, for all that a side did not come to. */
export const THE_REST = 'the rest'

/** What a scenario came to at one side. */
export interface Outcome {
  readonly observed: readonly Observed[]
  /** Why it did not go to its end. */
  readonly stopped?: string | undefined
}

export interface Findings {
  readonly agrees: Agreement[]
  readonly differs: Difference[]
  readonly notCompared: NotCompared[]
}

/** Compares one scenario's observations at both sides, in the order in which they were made. */
export function compareScenario(
  scenario: string,
  sides: { readonly url: Outcome; readonly against: Outcome },
): Findings {
  const findings: Findings = { agrees: [], differs: [], notCompared: [] }
  const probes = [...sides.url.observed, ...sides.against.observed].map(({ probe }) => probe)
  for (const probe of new Set(probes)) {
    const url = sides.url.observed.filter((each) => each.probe === probe)
    const against = sides.against.observed.filter((each) => each.probe === probe)
    // A side that stopped before it came so far is told of once, below.
    if (url.length === 0 && sides.url.stopped !== undefined) continue
    if (against.length === 0 && sides.against.stopped !== undefined) continue
    for (const facet of facetsToCompare(url, against)) {
      const one = url.find((each) => each.facet === facet)
      const other = against.find((each) => each.facet === facet)
      add(findings, { scenario, probe, facet }, one, other)
    }
  }
  const why = reasonsInWords({ url: sides.url.stopped, against: sides.against.stopped })
  if (why !== '') findings.notCompared.push({ scenario, probe: THE_REST, facet: ALL, why })
  return findings
}

/**
 * Where the kind of answer differs (a success here, an error there), all else about it does, too: that is
 * one difference, and not ten.
 */
function facetsToCompare(
  url: readonly Observed[],
  against: readonly Observed[],
): ReadonlySet<string> {
  const all = new Set([...url, ...against].map(({ facet }) => facet))
  const status = (observed: readonly Observed[]) =>
    observed.find(({ facet }) => facet === HTTP_STATUS)?.seen
  if ([...url, ...against].some(({ facet }) => facet === ALL)) return new Set([ALL])
  const [one, other] = [status(url), status(against)]
  if (one === undefined || other === undefined) return all
  if (one.kind === 'unknown' || other.kind === 'unknown') return new Set([HTTP_STATUS])
  if (one.kind !== 'exact' || other.kind !== 'exact') return all
  return classOf(one.value) === classOf(other.value) ? all : new Set([HTTP_STATUS, CODE])
}

function classOf(status: unknown): string {
  return typeof status === 'number' ? String(Math.floor(status / 100)) : JSON.stringify(status)
}

function add(
  findings: Findings,
  about: Pick<Agreement, 'scenario' | 'probe' | 'facet'>,
  url: Observed | undefined,
  against: Observed | undefined,
): void {
  if (isAbsent(url) && isAbsent(against)) return
  const verdict = verdictOn(url, against)
  if (verdict === 'agrees') {
    if (url !== undefined) findings.agrees.push({ ...about, seen: url.seen })
  } else if (verdict === 'differs') {
    findings.differs.push({ ...about, url: atSide(url), against: atSide(against) })
  } else {
    const sides = { url: atSide(url), against: atSide(against) }
    findings.notCompared.push({ ...about, why: verdict.because, ...sides })
  }
}

/** What one side alone has an observation of: a field of rows, or what an odd answer left no room for. */
function verdictOn(url: Observed | undefined, against: Observed | undefined): Verdict {
  if (url !== undefined && against !== undefined) return compareSeen(url.seen, against.seen)
  const only = (url ?? against)?.seen
  if (only?.kind === 'types') return compareMissingField(only)
  const isUnknown = only?.kind === 'unknown'
  const why = (observed: Observed | undefined) => {
    if (isUnknown) return observed === undefined ? undefined : only.reason
    return observed === undefined ? 'its answers left nothing to see of this' : undefined
  }
  return because({ url: why(url), against: why(against) })
}

/** A header that is at neither side is not worth a line. */
function isAbsent(observed: Observed | undefined): boolean {
  return observed?.seen.kind === 'exact' && observed.seen.value === null
}

function atSide(observed: Observed | undefined): Difference['url'] {
  if (observed === undefined) return {}
  const { seen, evidence } = observed
  return { seen, ...(evidence && { evidence }) }
}
