import type { DataSourceDefinition } from '../data-source-definition.ts'
import { jsonReply, type Reply } from '../http/reply.ts'
import { joined } from '../http/send.ts'
import type { Journal } from '../journal/journal.ts'
import type { Struck } from './fault-kind.ts'
import type { FaultSpec } from './fault-spec.ts'
import { kindOf } from './kinds/index.ts'

/** How much of a body is shown, in bytes. */
const BYTES_SHOWN = 2_000
/** How many exchanges are looked through for a right answer. */
const LOOKED_AT = 2_000

/** What a client gets that a fault strikes. */
export interface Example {
  /** Absent where nothing is answered. */
  readonly answer?: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
    readonly truncated?: true
  }
  /** What else happens: how long it waits, that the connection ends. */
  readonly notes: readonly string[]
}

/**
 * Has a fault strike an exchange that is none. Where it changes the right answer of an operation, that is the latest
 * which the journal has.
 */
export async function exampleOf(
  spec: FaultSpec,
  definition: DataSourceDefinition,
  journal: Journal,
): Promise<Example> {
  const notes: string[] = []
  const reply = await kindOf(spec).strike(spec, struckBy(spec, definition, journal, notes))
  const treatment = kindOf(spec).treatment?.(spec)
  if (typeof treatment === 'object') return { notes: ['another certificate is shown'] }
  if (treatment) return { notes: ['the connection is accepted, and nothing is said'] }
  if (reply === undefined) return { notes }
  const { drip, cut, form } = reply.delivery ?? {}
  if (drip) notes.push(`a byte every ${drip.milliseconds} ms`)
  if (cut) notes.push(`cut off in the ${cut.part}, by a ${cut.by} of the connection`)
  if (form) notes.push(`in the form ${form}`)
  const body = Buffer.concat(reply.body.slice(0, 3)).subarray(0, BYTES_SHOWN)
  const isWhole = reply.body.reduce((sum, piece) => sum + piece.length, 0) === body.length
  return {
    answer: {
      status: reply.status,
      headers: joined(reply.headers),
      body: body.toString(),
      ...(!isWhole && { truncated: true }),
    },
    notes,
  }
}

function struckBy(
  spec: FaultSpec,
  { failure, oddBodies, errors, basePath }: DataSourceDefinition,
  journal: Journal,
  notes: string[],
): Struck {
  const anomaly = (variant: string) => notes.push(`the page is made so: ${variant}`)
  return {
    url: `${basePath}/…`,
    age: 0,
    proceed: async (alteration) => {
      if (alteration?.anomaly) anomaly(alteration.anomaly.variant)
      return rightAnswer(spec, journal, notes)
    },
    failure,
    tooMany: (headers) => {
      const code = errors.roles.too_many
      return code === undefined ? { status: 429, headers, body: [] } : failure(code, { headers })
    },
    oddBodies,
    wait: async (milliseconds) => {
      notes.push(`after ${milliseconds.toLocaleString('en')} ms`)
    },
    gone: async () => {
      notes.push('nothing is answered, and the connection stays open')
    },
    expire: () => notes.push('the session key of the request is worth nothing from now on'),
    reset: () => notes.push('the connection is reset'),
  }
}

/** The latest answer of the operation that was right. */
function rightAnswer({ operation }: FaultSpec, journal: Journal, notes: string[]): Reply {
  const after = Math.max(0, journal.lastSequence - LOOKED_AT)
  const found = journal
    .entries(after)
    .findLast(
      (entry) =>
        entry.operation !== undefined &&
        (operation === undefined || operation === 'any' || entry.operation === operation) &&
        entry.fault === undefined &&
        (entry.response?.status ?? 500) < 300,
    )
  const { response } = found ?? {}
  if (response === undefined) {
    notes.push('the right answer of the operation, of which there has been none yet')
    return jsonReply(200, { the: 'right answer' })
  }
  return { status: response.status, headers: response.headers, body: [Buffer.from(response.body)] }
}
