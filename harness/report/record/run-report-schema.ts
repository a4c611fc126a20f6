import * as z from 'zod'
import { CLAUSES, type ClauseId } from '../../../contracts/clauses.ts'
import { NAMED_BY } from '../../../contracts/data-source/named-by.ts'
import { Declarations, GivenDeclarations, ORIGINS } from '../../../contracts/declarations.ts'
import { METHODS } from '../../../contracts/method.ts'
import { Waiver } from '../../../contracts/waiver.ts'
import { CasesSchema, StateSchema } from './cases-schema.ts'
import { ClauseRow, CodeRow, FaultRow } from './coverage-schema.ts'
import type { AskedFor, RunReport } from './run-report.ts'
import { CLAUSE_OUTCOMES, WAIVER_STATES } from './run-report.ts'
import { ShardSchema } from './shard-schema.ts'
import { Count, ViolationSchema } from './violation-schema.ts'

const CLAUSE_IDS = CLAUSES.map(({ id }) => id) as [ClauseId, ...ClauseId[]]

const Clause = z.enum(CLAUSE_IDS)
const Level = z.enum(['MUST', 'SHOULD', 'MAY'])
const Method = z.enum(METHODS)
const Milliseconds = z.number().min(0)
const Exclusion = z.strictObject({ check: z.string(), reason: z.string() })

const ClauseReport = z.strictObject({
  clause: Clause,
  level: Level,
  outcome: z
    .enum(CLAUSE_OUTCOMES)
    .describe(
      'advised: only its SHOULD is not met. waived: it is broken, in nothing that no waiver covers. not-shown: a check of it never saw what it judges.',
    ),
  cases: CasesSchema.describe("Over all of the clause's checks."),
  restsOn: z
    .strictObject({ cases: Count, answers: Count, requests: Count })
    .exactOptional()
    .describe('What the outcome was judged by, where that is more than its cases.'),
  reason: z.string().exactOptional().describe('Why it was not judged.'),
})

const CheckReport = z.strictObject({
  check: z.string(),
  clause: Clause,
  level: Level,
  claim: z.string(),
  state: StateSchema,
  cases: CasesSchema,
  reason: z.string().exactOptional(),
})

const MatrixCell = z.strictObject({
  fault: z.string(),
  method: Method,
  outcome: z
    .string()
    .describe('right answer, wrong answer, no envelope, or the code of the failure.'),
  allowed: z.array(z.string()).describe('failure stands for one with any code.'),
  held: z.boolean(),
  clause: z.string().describe('The clause that allows these outcomes.'),
})

const WaiverReport = z.strictObject({
  ...Waiver.shape,
  state: z
    .enum(WAIVER_STATES)
    .describe(
      'stale: it matches nothing any more, which fails the run. expired: it counts as absent. untried: this run cannot tell.',
    ),
})

const Coverage = z.strictObject({
  clauses: z
    .array(ClauseRow(Clause))
    .describe('Every method that a clause speaks of, tried or not.'),
  faults: z
    .array(FaultRow)
    .describe('By the kind of the fault that struck a request of the method.'),
  codes: z
    .array(CodeRow)
    .describe(
      'By the error code of the API that came back to the method; unlisted: any that no table has.',
    ),
})

const Passed = z.record(z.string(), z.unknown()).exactOptional()

const Options = z.strictObject({
  only: z.array(z.string()),
  skip: z.array(z.string()),
  runs: z.int().min(1).nullable().describe('null: what the profile comes to.'),
  budgetSeconds: z.number().min(0).nullable().describe('Null: the run may go on to its end.'),
  timeoutSeconds: z.number().positive(),
  declarations: GivenDeclarations as unknown as z.ZodType<AskedFor['declarations']>,
  dataSource: z.string().exactOptional().describe('The data source as it was named.'),
  today: z.iso
    .date()
    .exactOptional()
    .describe('The day by which waivers count, where one was named.'),
  passed: z.strictObject({ connection: Passed, configuration: Passed }).exactOptional(),
})

const DeclarationsSchema = Declarations as unknown as z.ZodType<RunReport['declarations']>
const DeclaredBySchema = z.partialRecord(
  z.enum(Object.keys(Declarations.shape) as (keyof Declarations)[]),
  z.enum(ORIGINS),
) as unknown as z.ZodType<RunReport['declaredBy']>

const Timings = z
  .strictObject({
    started: z.iso.datetime(),
    milliseconds: Milliseconds,
    callMilliseconds: Milliseconds.describe('What a call of the connector was found to cost.'),
    firstCallMilliseconds: Milliseconds.exactOptional().describe(
      'What the first cost, which had a process started for it in any case.',
    ),
    jobs: z.int().min(1).describe('Workers side by side.'),
    checks: z.array(
      z.strictObject({ check: z.string(), tried: Count, milliseconds: Milliseconds }),
    ),
    notes: z
      .array(z.string())
      .exactOptional()
      .describe('What was late, and not any more when it was tried alone.'),
    calls: z
      .array(
        z.strictObject({
          method: z.enum(METHODS),
          count: Count,
          connector: Milliseconds.describe('The start of its process, where it has one, included.'),
          dataSource: Milliseconds,
          harness: Milliseconds,
        }),
      )
      .exactOptional()
      .describe("Where the time of each method's calls went, in sum."),
  })
  .describe('All that differs between two runs that say the same.')

/** The record of one run; see RunReport. */
export const RunReportSchema: z.ZodType<RunReport> = z
  .strictObject({
    tool: z.string().describe('Name and version.'),
    target: z.string(),
    driver: z.enum(['module', 'command', 'stix-shifter', 'proxy-host', 'python-object']),
    location: z.string().describe('The file to look into, relative to the folder of the run.'),
    folder: z
      .string()
      .exactOptional()
      .describe('The folder of the run, seen from the root of its repository; absent: the root.'),
    limits: z.array(z.string()).exactOptional().describe('What the driver does not show or carry.'),
    data_source: z
      .strictObject({
        name: z.string(),
        title: z.string(),
        hash: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .describe('SHA-256 of what the data source says.'),
        named_by: z
          .enum(NAMED_BY)
          .exactOptional()
          .describe('Who says that it is this one; absent: nobody, and it is the usual one.'),
      })
      .describe('What the connector talks to.'),
    declarations: DeclarationsSchema.describe('What was taken to hold of the connector.'),
    declaredBy: DeclaredBySchema.describe('Who says so, of each declaration.'),
    mode: z.enum(['asynchronous', 'synchronous']),
    scheme: z.enum(['http', 'https']),
    seed: z.int(),
    profile: z.enum(['quick', 'default', 'thorough']),
    runs: Count.describe('Made cases for each check that makes any, in each round.'),
    rounds: z.int().min(1),
    shard: ShardSchema.exactOptional().describe('Which share of the run this is; absent: all.'),
    strict: z.boolean(),
    options: Options.describe('What was asked for.'),
    plan: z.strictObject({
      checks: z.array(z.string()),
      invariants: z
        .array(z.string())
        .exactOptional()
        .describe('What every answer was held against.'),
      providers: z
        .array(z.string())
        .exactOptional()
        .describe('Those of the checks that ran for the sake of invariants alone.'),
      leftOut: z.array(Exclusion).describe('Checks that the user left out.'),
      notApplicable: z.array(Exclusion).describe('Checks that say nothing about such a connector.'),
    }),
    clauses: z.array(ClauseReport),
    checks: z.array(CheckReport).describe('The planned checks that have a result.'),
    violations: z.array(ViolationSchema).describe('Waived ones too.'),
    waivers: z.array(WaiverReport).exactOptional().describe('Those that the run was given.'),
    matrix: z.array(MatrixCell).describe('What each method did under each kind of fault.'),
    coverage: Coverage.describe('In how many cases something was tried, and how they came out.'),
    trouble: z.array(z.string()).describe('Why the run has no verdict; empty where it has one.'),
    timings: Timings,
  })
  .meta({ id: 'Run' })
