import { createHash } from 'node:crypto'
import * as z from 'zod'
import { ConnectorFailure } from '../support/connector-failure.ts'

const Place = z.strictObject({
  /** Rows of the result that lie before this place. */
  result_count: z.int().min(0),
  /** What the data source continues by; null where it continues by offset. */
  next_page_token: z.string().min(1).nullable(),
  /** Rows of the whole result, as the data source told it before. */
  total: z.int().min(0),
})

/** A place between two rows of a search's result, from which `results` can continue (PAGE-6). */
export type Place = z.infer<typeof Place>

const Metadata = Place.extend({ fingerprint: z.string() })
type Metadata = z.infer<typeof Metadata>

/** The place as metadata of one search; a caller passes it back to continue there. */
export function metadataOf(place: Place, search: string): Metadata {
  return { ...place, fingerprint: fingerprintOf(place, search) }
}

/**
 * The place that metadata stands for.
 *
 * @throws ConnectorFailure `invalid_parameter` where it is damaged or another search's (PAGE-7)
 */
export function placeOf(metadata: unknown, search: string): Place {
  const parsed = Metadata.safeParse(metadata)
  if (parsed.success) {
    const { fingerprint, ...place } = parsed.data
    if (fingerprint === fingerprintOf(place, search)) return place
  }
  throw new ConnectorFailure(
    'invalid_parameter',
    'metadata is not what an earlier results call gave for this search',
  )
}

/**
 * Binds a place to its search. The data source refuses a token that is damaged or another search's; the
 * numbers beside it are ours to protect, since wrong ones would give wrong rows.
 */
function fingerprintOf({ result_count, next_page_token, total }: Place, search: string): string {
  const text = JSON.stringify([search, result_count, next_page_token, total])
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
