import { isObject } from '../../kit/answer.ts'

/** How far a violation reaches, over the cases that a check tries whatever else it tries. */
export interface Extent {
  readonly failed: number
  readonly tried: number
  /** By each part of a case that takes one of a few values, such as `method`: where it failed and where not. */
  readonly by: Readonly<Record<string, { readonly failed: string[]; readonly held: string[] }>>
  /** What is counted; absent: cases. */
  readonly of?: 'answers'
}

/** What became of one case. */
export interface TriedCase {
  readonly example: unknown
  readonly failed: boolean
}

/** More values than that are no dimension of a case, but what it is made of. */
const MOST_VALUES = 16

/** The extent of a violation over these cases. */
export function extentOf(cases: readonly TriedCase[]): Extent {
  const examples = cases.map(({ example }) => (isObject(example) ? example : {}))
  const names = new Set(examples.flatMap((example) => Object.keys(example)))
  const by: Record<string, { failed: string[]; held: string[] }> = {}
  for (const name of names) {
    const values = examples.map((example) => example[name])
    const distinct = new Set(values)
    if (!isDimension(values) || distinct.size < 2 || distinct.size > MOST_VALUES) continue
    const failing = new Set(values.filter((_, index) => cases[index]?.failed))
    by[name] = {
      failed: [...failing].map(String),
      held: [...distinct].filter((value) => !failing.has(value)).map(String),
    }
  }
  const failed = cases.filter((each) => each.failed).length
  return { failed, tried: cases.length, by }
}

/** Words name a dimension. Numbers do where each comes more than once; else they are measures of a case. */
function isDimension(values: readonly unknown[]): boolean {
  if (values.every((value) => typeof value === 'string')) return true
  const isRepeated = (value: unknown) => values.indexOf(value) !== values.lastIndexOf(value)
  return values.every((value) => typeof value === 'number' && isRepeated(value))
}
