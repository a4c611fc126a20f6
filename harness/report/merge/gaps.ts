import { byPlace, type CheckPart, partWords } from '../../engine/part.ts'
import type { Tries } from '../../engine/tries.ts'
import type { ShardRun } from './shard-of-run.ts'

/**
 * What shards of one run lack, or have twice, in words.
 *
 * @param isCut whether a report was cut before it could say of which shard it is: then none is missed.
 */
export function gapsIn(shards: readonly ShardRun[], isCut: boolean): readonly string[] {
  const twice = shards.flatMap(({ file, shard: { index, count } }, place) => {
    const other = shards.slice(0, place).find((each) => each.shard.index === index)
    return other === undefined
      ? []
      : [`${other.file} and ${file} are both shard ${index} of ${count}`]
  })
  const count = shards[0]?.shard.count ?? 0
  const missing = Array.from({ length: count }, (_, place) => place + 1)
    .filter((index) => !shards.some(({ shard }) => shard.index === index))
    .map((index) => `shard ${index} of ${count} is missing`)
  if (twice.length > 0 || isCut) return twice
  return missing.length > 0 ? missing : wronglyDivided(shards)
}

/** Shards that were divided by different records of what cases cost do not fit together. */
function wronglyDivided(shards: readonly ShardRun[]): readonly string[] {
  const parts = shards.flatMap(({ shard }) => shard.parts)
  const { checks = [], tries = {} } = shards[0]?.shard ?? {}
  return checks.flatMap((check) => {
    const own = parts.filter((part) => part.check === check).toSorted(byPlace)
    return own.length === 0 ? [`no report has cases of ${check}`] : fits(own, tries[check] ?? NONE)
  })
}

const NONE: Tries = { listed: 0, made: 0 }

function fits(parts: readonly CheckPart[], { listed, made }: Tries): readonly string[] {
  const [first] = parts
  if (listed > 0 && first?.listed === false) {
    return [`no report has ${partWords({ ...first, listed: true, from: 0, to: 0 })}`]
  }
  let end = 0
  for (const part of parts) {
    if (part.from > end)
      return [`no report has ${partWords({ ...part, from: end, to: part.from })}`]
    if (part.from < end) return [`several reports have ${partWords(part)}`]
    end = part.to
  }
  const [last] = parts.slice(-1)
  if (last === undefined || end === made) return []
  return [`no report has ${partWords({ ...last, listed: false, from: end, to: made })}`]
}
