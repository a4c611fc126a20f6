import type { Agreement, Difference, NotCompared } from '../drift-report.ts'
import type { Observed } from '../observed.ts'
import { CODE, HTTP_STATUS } from '../probe/answer-facets.ts'
import { compareSeen } from './compare-seen.ts'
import { compareMissingField } from './compare-types.ts'
import { because, reasonsInWords, type Verdict } from './verdict.ts'

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
    for (const facet of facetsToCompare(url, against)) {
      const one = url.find((each) => each.facet === facet)
      const other = against.find((each) => each.facet === facet)
      add(findings, { scenario, probe, facet }, one, other)
    }
  }
  const why = reasonsInWords({ url: sides.url.stopped, against: sides.against.stopped })
  if (why !== '') findings.notCompared.push({ scenario, probe: 'the rest', facet: 'all', why })
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
  if (verdict === undefined) return
  if (verdict === 'agrees') {
    if (url !== undefined) findings.agrees.push({ ...about, seen: url.seen })
  } else if (verdict === 'differs') {
    findings.differs.push({ ...about, url: atSide(url), against: atSide(against) })
  } else {
    const sides = { url: atSide(url), against: atSide(against) }
    findings.notCompared.push({ ...about, why: verdict.because, ...sides })
  }
}

/**
 * What one side alone has an observation of: a field that the other lacks, or the reason why there is
 * nothing to see. Else the other side's reason, or where its scenario stopped, says enough.
 */
function verdictOn(url: Observed | undefined, against: Observed | undefined): Verdict | undefined {
  if (url !== undefined && against !== undefined) return compareSeen(url.seen, against.seen)
  const only = (url ?? against)?.seen
  if (only?.kind === 'types') return compareMissingField(only)
  if (only?.kind !== 'unknown') return undefined
  return because({ url: url && only.reason, against: against && only.reason })
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
