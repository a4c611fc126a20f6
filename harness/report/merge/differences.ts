import { isDeepStrictEqual } from 'node:util'
import { brief } from '../brief/brief-json.ts'
import type { ShardRun } from './shard-of-run.ts'

/** Longest that a value is shown. */
const LONGEST = 80

/** What shards of one run have in common, each by its name in messages. */
const ALIKE: Readonly<Record<string, (run: ShardRun) => unknown>> = {
  target: ({ run }) => run.target,
  version: ({ run }) => run.tool,
  'data source': ({ run: { data_source } }) =>
    `${data_source.title} (${data_source.hash.slice(0, 12)})`,
  declarations: ({ run }) => [run.declarations, run.declaredBy],
  seed: ({ run }) => run.seed,
  'number of shards': ({ shard }) => shard.count,
  driver: ({ run }) => run.driver,
  mode: ({ run }) => run.mode,
  scheme: ({ run }) => run.scheme,
  profile: ({ run }) => run.profile,
  strictness: ({ run }) => run.strict,
  options: ({ run }) => run.options,
  location: ({ run }) => run.location,
  waivers: ({ run }) => run.waivers?.map(({ state, ...waiver }) => [waiver, state === 'expired']),
  'plan: the checks to run': ({ shard }) => shard.checks,
  'plan: what is left out': ({ run }) => run.plan.leftOut,
  'plan: what does not apply': ({ run }) => run.plan.notApplicable,
  'plan: how much is tried': ({ run: { runs }, shard: { shrinks } }) => ({
    ...{ madeCases: runs, smallerCases: shrinks },
  }),
  'plan: how much is tried of each check': ({ shard }) => shard.tries,
}

/** In what the reports differ from the first of them, a line for each; none where they are of one run. */
export function differencesOf([first, ...others]: readonly ShardRun[]): readonly string[] {
  if (first === undefined) return []
  return Object.entries(ALIKE).flatMap(([name, valueIn]) => {
    const expected = valueIn(first)
    const other = others.find((each) => !isDeepStrictEqual(valueIn(each), expected))
    if (other === undefined) return []
    return [
      `${first.file} and ${other.file} differ in their ${name}: ${words(expected, valueIn(other))}`,
    ]
  })
}

function words(one: unknown, other: unknown): string {
  return `${brief(JSON.stringify(one ?? null), LONGEST)} and ${brief(JSON.stringify(other ?? null), LONGEST)}`
}
