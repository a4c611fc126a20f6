import * as z from 'zod'
import { METHODS } from '../../../contracts/method.ts'
import type { InvariantCount } from '../../engine/found/result.ts'
import { CasesSchema, StateSchema } from './cases-schema.ts'
import { CodeRow, FaultRow, MethodRow } from './coverage-schema.ts'
import type { ShardReport } from './shard-report.ts'
import { Count } from './violation-schema.ts'

const Answers = z.strictObject({
  cases: Count,
  requests: Count,
  methods: z.partialRecord(z.enum(METHODS), z.strictObject({ judged: Count, broken: Count })),
}) as unknown as z.ZodType<InvariantCount>

const Said = z.strictObject({
  state: StateSchema,
  cases: CasesSchema,
  reason: z.string().exactOptional(),
  coverage: z.strictObject({
    methods: z.array(MethodRow),
    faults: z.array(FaultRow),
    codes: z.array(CodeRow),
  }),
  milliseconds: z.number().min(0),
  answers: z
    .record(z.string(), Answers)
    .exactOptional()
    .describe('What each invariant was held against.'),
})

const PartReport = z.strictObject({
  check: z.string(),
  listed: z.boolean().describe('Whether the listed cases belong to it, and those always tried.'),
  from: Count.describe('The place of the first made case that belongs to it.'),
  to: Count.describe('The place of the first made case that no longer does.'),
  said: Said.exactOptional().describe('Absent where it did not run to its end.'),
})

/** What one of several shards ran; see ShardReport. */
export const ShardSchema: z.ZodType<ShardReport> = z.strictObject({
  index: z.int().min(1),
  count: z.int().min(1),
  checks: z.array(z.string()).describe('The checks that all shards run together.'),
  shrinks: Count,
  tries: z.record(z.string(), z.strictObject({ listed: Count, made: Count })),
  isShort: z.boolean(),
  parts: z.array(PartReport),
})
