import * as z from 'zod'
import { CLAUSES, type ClauseId } from '../../../contracts/clauses.ts'
import { SECRET_ENCODINGS } from '../../../contracts/data-source/secret.ts'
import { METHODS } from '../../../contracts/method.ts'
import { Waiver } from '../../../contracts/waiver.ts'
import { Failure } from '../../engine/failures/failure.ts'
import type { RepeatableCall } from '../../engine/session/transcript.ts'
import type { ReportedViolation } from './run-report.ts'

export const Count = z.int().min(0)

type SecretName =
  ReportedViolation['transcript'][number]['exchanges'][number]['secrets'][number]['name']

const Texts = z.record(z.string(), z.string())
const Listed = z.array(z.string())

const Exchange = z
  .strictObject({
    sequence: Count,
    at: z.number().min(0),
    operation: z.string().exactOptional(),
    searchId: z.string().exactOptional(),
    request: z.strictObject({
      method: z.string(),
      path: z.string(),
      headers: Texts,
      body: z.string().exactOptional(),
    }),
    response: z
      .strictObject({
        status: z.int(),
        headers: Texts,
        body: z.string(),
        truncated: z.literal(true).exactOptional(),
      })
      .exactOptional()
      .describe('Absent where none was sent.'),
    fault: z.string().exactOptional().describe('The id of the fault that struck.'),
    unexpected: z.string().exactOptional(),
    secrets: z.array(
      z.strictObject({
        name: z.string() as unknown as z.ZodType<SecretName>,
        where: z.enum(['header', 'url', 'body']),
        encoding: z.enum(SECRET_ENCODINGS),
      }),
    ),
    connection: z.strictObject({ number: Count, encrypted: z.boolean() }),
  })
  .meta({ id: 'Exchange' })

const Call = z.strictObject({
  method: z.enum(METHODS),
  arguments: Listed.describe('Each as JSON.'),
  change: z.string().exactOptional().describe('What the case changed about its connection.'),
  answer: z.string(),
  several: z.literal(true).exactOptional(),
  stderr: z.string().exactOptional(),
  trace: z.string().exactOptional().describe('Where what it threw comes from; the innermost last.'),
  exchanges: z.array(Exchange),
  command: z.string(),
})

/** The mock itself checks that it is a snapshot, before it goes by it. */
const Snapshot = z.looseObject({
  format: z.string(),
  settings: z.looseObject({}),
  sources: z.array(z.looseObject({})),
  searches: z.array(z.looseObject({ id: z.string(), status: z.string() })),
  faults: z.array(z.looseObject({ id: z.string(), spec: z.looseObject({ kind: z.string() }) })),
}) as unknown as z.ZodType<ReportedViolation['snapshot']>

const LatestCall = Failure.shape.latestCall.unwrap() as unknown as z.ZodType<RepeatableCall>

const Extent = z.strictObject({
  failed: Count,
  tried: Count,
  of: z.literal('answers').exactOptional().describe('What is counted; absent: cases.'),
  by: z.record(z.string(), z.strictObject({ failed: Listed, held: Listed })),
})

/** A clause that does not hold; see Violation. */
export const ViolationSchema: z.ZodType<ReportedViolation> = z
  .strictObject({
    id: z.string().regex(/^[0-9a-f]{8}$/),
    clause: z.enum(CLAUSES.map(({ id }) => id) as [ClauseId, ...ClauseId[]]),
    check: z.string(),
    invariant: z
      .string()
      .exactOptional()
      .describe('What an answer broke which the check met; absent: its own claim does not hold.'),
    repeats: z
      .string()
      .exactOptional()
      .describe('In the report of a shard: the invariant that tells of the same cause.'),
    level: z.enum(['MUST', 'SHOULD', 'MAY']),
    claim: z.string(),
    expected: z.string(),
    actual: z.string(),
    happened: z.string().exactOptional().describe('What the call did, behind its name.'),
    explanation: Listed.describe('What is known to go wrong so.'),
    extent: Extent.exactOptional().describe('How far it reaches.'),
    counterexample: z.unknown().describe('The smallest failing case.'),
    seed: z.int(),
    transcript: z.array(Call),
    latestCall: LatestCall.exactOptional().describe('The call whose answer broke the clause.'),
    faults: Listed.exactOptional().describe('The kinds of the faults that struck that call.'),
    snapshot: Snapshot.describe('The state of the data source before that call.'),
    waiver: Waiver.exactOptional().describe('The waiver that covers it.'),
    again: z.string().describe('The command that runs the clause again, on any machine.'),
    replay: z.string().exactOptional().describe('The command that runs the very case again.'),
    reproduce: z.string().exactOptional(),
    failed: z
      .strictObject({ failed: Count, of: Count })
      .exactOptional()
      .describe('How often this very case failed; absent: each time that it was tried.'),
  })
  .meta({ id: 'Violation' })
