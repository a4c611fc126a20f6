import type { Method } from '../../../contracts/method.ts'
import { brokenBy } from '../waivers/covers.ts'
import type { AnswerTally, BrokenInvariant, InvariantCount, JudgedAnswers } from './result.ts'

/** What the answers of two checks, or of two parts of one, say together. */
export function joinAnswers(
  first: JudgedAnswers | undefined,
  then: JudgedAnswers | undefined,
): JudgedAnswers | undefined {
  if (first === undefined || then === undefined) return first ?? then
  const names = new Set([...Object.keys(first.counts), ...Object.keys(then.counts)])
  const counts = [...names].map((name) => [name, sum(first.counts[name], then.counts[name])])
  const fixed = [...(first.fixed ?? []), ...(then.fixed ?? [])]
  return {
    counts: Object.fromEntries(counts),
    broken: smallestOf([...first.broken, ...then.broken]),
    ...(fixed.length === 0 ? {} : { fixed }),
  }
}

/** Of those that are one cause, which is one invariant under the same waivers, the smallest: the first of equals. */
export function smallestOf(all: readonly BrokenInvariant[]): readonly BrokenInvariant[] {
  const groups = Map.groupBy(all, ({ violation, by }) =>
    causeOf(violation.invariant, brokenBy(violation).method, by),
  )
  return [...groups.values()].map((group) =>
    group.reduce((best, each) => (sizeOf(each) < sizeOf(best) ? each : best)),
  )
}

/** What tells causes apart: what waivers cover is one cause for each method. */
export function causeOf(
  invariant: string | undefined,
  method: Method | undefined,
  by: readonly number[],
): string {
  return `${invariant} ${by.join(' ')} ${by.length === 0 ? '' : (method ?? '')}`
}

/** Few calls first, and then a short case. */
function sizeOf({ violation: { transcript, counterexample } }: BrokenInvariant): number {
  return caseSize(transcript.length, counterexample)
}

const CALLS_FIRST = 1_000_000

/** How large a case is, to compare: one with fewer calls is smaller whatever it is made of. */
export function caseSize(calls: number, example: unknown): number {
  return calls * CALLS_FIRST + Math.min((JSON.stringify(example) ?? '').length, CALLS_FIRST - 1)
}

function sum(one: InvariantCount = NOTHING, other: InvariantCount = NOTHING): InvariantCount {
  const methods: Partial<Record<Method, AnswerTally>> = { ...one.methods }
  for (const [name, { judged, broken }] of Object.entries(other.methods)) {
    const method = name as Method
    const before = methods[method] ?? { judged: 0, broken: 0 }
    methods[method] = { judged: before.judged + judged, broken: before.broken + broken }
  }
  return { cases: one.cases + other.cases, requests: one.requests + other.requests, methods }
}

const NOTHING: InvariantCount = { cases: 0, requests: 0, methods: {} }

/** How many answers there were in all. */
export function answersIn({ methods }: InvariantCount): AnswerTally {
  const all = Object.values(methods)
  return {
    judged: all.reduce((total, { judged }) => total + judged, 0),
    broken: all.reduce((total, { broken }) => total + broken, 0),
  }
}
