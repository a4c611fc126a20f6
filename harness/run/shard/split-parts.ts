import { byPlace, type CheckPart } from '../../engine/part.ts'

/** What a check has to try. */
export interface Load {
  readonly check: string
  /** Cases that are listed, or always tried. */
  readonly listed: number
  readonly made: number
  /** Of one case. */
  readonly cost: number
  /** It is not to be divided. */
  readonly whole: boolean
}

interface Shard {
  cost: number
  readonly parts: CheckPart[]
}

/** Made cases that no shard has yet. */
interface Rest {
  readonly check: string
  readonly cost: number
  from: number
  readonly to: number
}

interface Block extends CheckPart {
  readonly cost: number
}

/**
 * Divides what is to be tried into shares of the same cost, as far as its pieces allow: the same shares wherever
 * it is done. First what stays together, the dearest first, each to whom has least so far; then made cases, which
 * fill all shares up to one level.
 *
 * @returns for each shard its parts; none for one that nothing is left for.
 */
export function splitParts(
  loads: readonly Load[],
  count: number,
): readonly (readonly CheckPart[])[] {
  const shards = Array.from({ length: count }, (): Shard => ({ cost: 0, parts: [] }))
  for (const { cost, ...part } of loads.flatMap(blockOf).toSorted(dearestFirst)) {
    const least = shards.reduce((found, shard) => (shard.cost < found.cost ? shard : found))
    least.cost += cost
    least.parts.push(part)
  }
  fillUp(shards, loads.filter(isDivided))
  return shards.map(({ parts }) => parts.toSorted(byName))
}

/** What of a check stays together. */
function blockOf(load: Load): readonly Block[] {
  const { check, listed, made, cost } = load
  const to = isDivided(load) ? 0 : made
  if (listed + to === 0) return []
  return [{ check, listed: true, from: 0, to, cost: (listed + to) * cost }]
}

function isDivided({ whole, made }: Load): boolean {
  return !whole && made > 0
}

/** Lays the made cases end to end and cuts them where a shard is full. */
function fillUp(shards: readonly Shard[], loads: readonly Load[]): void {
  const level = levelOf(
    shards.map(({ cost }) => cost),
    loads.reduce((sum, { made, cost }) => sum + made * cost, 0),
  )
  const line = loads.map(({ check, made, cost }): Rest => ({ check, cost, from: 0, to: made }))
  // What the shards so far have too little or, below 0, too much of: else the last one would have all of it.
  let owed = 0
  for (const shard of shards) {
    const isLast = shard === shards.at(-1)
    const wanted = level + owed
    if (shard.cost >= wanted && !isLast) continue
    for (let rest = line[0]; rest !== undefined; rest = line[0]) {
      const fitting = Math.round((wanted - shard.cost) / rest.cost)
      const end = isLast ? rest.to : Math.min(rest.from + fitting, rest.to)
      if (end <= rest.from) break
      addMade(shard, rest, end)
      rest.from = end
      if (rest.from === rest.to) line.shift()
    }
    owed = wanted - shard.cost
  }
}

/** The level up to which this much fills shards that have different costs already. */
function levelOf(costs: readonly number[], more: number): number {
  const [first = 0, ...others] = costs.toSorted((one, other) => one - other)
  let level = first
  let left = more
  for (const [index, next] of others.entries()) {
    const step = (next - level) * (index + 1)
    if (step > left) return level + left / (index + 1)
    left -= step
    level = next
  }
  return level + left / costs.length
}

/** Beside the listed cases of the same check, the first made ones are one part with them. */
function addMade(shard: Shard, { check, cost, from }: Rest, to: number): void {
  const beside = from === 0 ? shard.parts.findIndex((part) => part.check === check) : -1
  const listed = beside !== -1
  if (listed) shard.parts.splice(beside, 1)
  shard.parts.push({ check, listed, from, to })
  shard.cost += (to - from) * cost
}

function dearestFirst(one: Block, other: Block): number {
  return other.cost - one.cost || byName(one, other)
}

/** By code points: no two machines may disagree about an alphabet. */
function byName(one: CheckPart, other: CheckPart): number {
  if (one.check !== other.check) return one.check < other.check ? -1 : 1
  return byPlace(one, other)
}
