import { InvalidArgumentError } from 'commander'
import type { Shard } from '../engine/plan.ts'
import { UsageError } from '../errors.ts'

/** Takes `2/4`. */
export function shardOf(text: string): Shard {
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number)
  if (index >= 1 && index <= count) return { index, count }
  throw new InvalidArgumentError('It must be a shard and their number, from 1/4 to 4/4.')
}

/**
 * Refuses what shards of one run cannot do, each for itself.
 *
 * @throws UsageError
 */
export function requireWhole(options: {
  readonly shard?: Shard
  readonly profile: string
  readonly recordPact?: string
  readonly writeWaivers?: string | true
  readonly compare?: string
  readonly budget?: number
}): void {
  if (options.shard === undefined) return
  if (options.profile === 'thorough') {
    throw new UsageError('what the rounds of a thorough run try follows from those before them', {
      hint: 'Use --runs with --shard: it makes as many cases as you say.',
    })
  }
  const ofTheWhole = [
    ['--record-pact', options.recordPact],
    ['--write-waivers', options.writeWaivers],
    ['--compare', options.compare],
    ['--budget', options.budget],
  ].find(([, value]) => value !== undefined)
  if (ofTheWhole !== undefined) {
    throw new UsageError(`${ofTheWhole[0]} is about a whole run, and --shard runs a part of one`, {
      hint: 'Leave one of them out.',
    })
  }
}
