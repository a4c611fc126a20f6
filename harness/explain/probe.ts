import type { WindowCase } from '../kit/arbitraries/window.ts'
import { metadataOf } from '../kit/follow-metadata.ts'
import type { Session } from '../kit/session.ts'
import type { ObservedCall } from './evidence.ts'

/** One more window, asked for to tell explanations apart. */
export interface ProbeCase extends WindowCase {
  /** Offset and length are given as decimal strings. */
  readonly asText: boolean
  /** What is asked for next, with the metadata of the first call where it gives any. */
  readonly continued: { readonly offset: number; readonly length: number } | null
}

/** Asks the connector in a session of its own, and gives what was observed. */
export type Probe = (probeCase: ProbeCase) => Promise<readonly ObservedCall[]>

/** Makes the calls of a probe. */
export async function makeProbe(
  { connector, dataSource }: Pick<Session, 'connector' | 'dataSource'>,
  { rows, pageSize, offset, length, asText, continued }: ProbeCase,
): Promise<void> {
  const given = (count: number) => (asText ? String(count) : count)
  const search = await dataSource.completedSearch({ rows, pageSize })
  const answer = await connector.results(search.id, given(offset), given(length))
  if (continued === null || answer.reading.kind !== 'success') return
  const metadata = metadataOf(answer)
  if (metadata === undefined) return
  await connector.results(search.id, given(continued.offset), given(continued.length), metadata)
}
