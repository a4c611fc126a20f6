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

/** Of those that are one cause, which is one invariant under the same waivers, the smallest. */
export function smallestOf(all: readonly BrokenInvariant[]): readonly BrokenInvariant[] {
  const groups = Map.groupBy(all, ({ violation, by }) =>
    causeOf(violation.invariant, brokenBy(violation).method, by),
  )
  return [...groups.values()].map((group) =>
    group.reduce((best, each) => (isSmaller(sizedOf(each), sizedOf(best)) ? each : best)),
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

/** What makes a case small. */
export interface SizedCase {
  readonly calls: number
  readonly example: unknown
}

/**
 * Whether a case is smaller than another: fewer calls first, and then a shorter text. Equals are told apart by the text,
 * since which of them is met first is up to the machine.
 */
export function isSmaller(one: SizedCase, other: SizedCase): boolean {
  if (one.calls !== other.calls) return one.calls < other.calls
  const [text, otherText] = [textOf(one), textOf(other)]
  return text.length === otherText.length ? text < otherText : text.length < otherText.length
}

function textOf({ example }: SizedCase): string {
  return JSON.stringify(example) ?? ''
}

function sizedOf({ violation: { transcript, counterexample } }: BrokenInvariant): SizedCase {
  return { calls: transcript.length, example: counterexample }
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
