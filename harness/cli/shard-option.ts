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
}): void {
  if (options.shard === undefined) return
  if (options.profile === 'thorough') {
    throw new UsageError('a thorough run goes on for a time, so that its shards would not fit', {
      hint: 'Use --runs with --shard: it tries as many cases on every machine.',
    })
  }
  const ofTheWhole = [
    ['--record-pact', options.recordPact],
    ['--write-waivers', options.writeWaivers],
    ['--compare', options.compare],
  ].find(([, value]) => value !== undefined)
  if (ofTheWhole !== undefined) {
    throw new UsageError(`${ofTheWhole[0]} is about a whole run, and --shard runs a part of one`, {
      hint: 'Leave one of them out.',
    })
  }
}
