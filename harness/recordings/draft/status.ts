import { leavesOf, type Seen } from './seen.ts'

type Path = readonly string[]

/** Where a status answer tells how a search stands. */
export interface StatusGuess {
  readonly status: Path | undefined
  /** The words that were seen there, in their order, each with the exchange. */
  readonly words: readonly { readonly word: string; readonly n: number }[]
  readonly progress: Path | undefined
  readonly isFraction: boolean
}

const STATUS = /status|state|phase/i
const PROGRESS = /progress|percent|done/i

export function statusIn(polls: readonly Seen[], ids: readonly string[]): StatusGuess {
  const leaves = polls.flatMap(({ n, answer }) => leavesOf(answer).map((leaf) => ({ n, ...leaf })))
  const texts = leaves.filter(
    ({ value }) =>
      typeof value === 'string' && !ids.includes(value) && /^[A-Za-z][\w -]*$/.test(value),
  )
  const status = mostLike(texts, STATUS)
  const numbers = leaves.filter(({ value }) => typeof value === 'number')
  const progress = mostLike(numbers, PROGRESS, true)
  const seen = texts.filter(({ path }) => isSame(path, status))
  const words = [...new Map(seen.map(({ value, n }) => [String(value), n])).entries()]
  const values = numbers
    .filter(({ path }) => isSame(path, progress))
    .map(({ value }) => Number(value))
  return {
    status,
    words: words.map(([word, n]) => ({ word, n })),
    progress,
    isFraction:
      values.length > 0 && values.every((value) => value <= 1) && values.some((value) => value > 0),
  }
}

/** The one by whose name it is, else, unless the name has to say it, one that changes from poll to poll. */
function mostLike(
  leaves: readonly { readonly path: Path; readonly value: unknown }[],
  name: RegExp,
  mustBeNamed = false,
): Path | undefined {
  const named = leaves.find(({ path }) => name.test(path.at(-1) ?? ''))
  if (named !== undefined || mustBeNamed) return named?.path
  return leaves.find(({ path, value }) =>
    leaves.some((other) => isSame(other.path, path) && other.value !== value),
  )?.path
}

function isSame(one: Path, other: Path | undefined): boolean {
  return other !== undefined && one.join('\n') === other.join('\n')
}
