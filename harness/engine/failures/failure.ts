import { relative, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { GivenDeclarations } from '../../../contracts/declarations.ts'
import { METHODS } from '../../../contracts/method.ts'
import { CallChange } from '../../../contracts/scenario.ts'
import { DEFAULT_DATA_SOURCE } from '../../../mock-datasource/index.ts'
import type { DataSourceRef, PlannedDataSource } from '../../data-source/data-source-ref.ts'
import type { Target } from '../../drivers/target.ts'
import type { Violation } from '../found/result.ts'
import { failureId, folderFrom } from './failure-id.ts'

/** Without the folder: that is where the failure is kept, wherever it has been moved to since. */
const StoredTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('module'), specifier: z.string() }),
  z.strictObject({ kind: z.literal('command'), prefix: z.array(z.string()).min(1) }),
  z.strictObject({
    kind: z.literal('stix-shifter'),
    checkout: z.string(),
    module: z.string(),
    python: z.string(),
  }),
  z.strictObject({
    kind: z.literal('proxy-host'),
    url: z.string(),
    module: z.string().optional(),
    certificate: z.string().optional(),
    pin: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('python-object'),
    socket: z.string(),
    name: z.string(),
    patient: z.boolean().optional(),
  }),
])

const LatestCall = z.strictObject({
  method: z.enum(METHODS),
  arguments: z.array(z.unknown()),
  change: CallChange,
  elsewhere: z.boolean(),
})

/** Without the folder, as the target is. */
const StoredDataSource = z.strictObject({
  name: z.string().min(1),
  /** What it said when the case failed; null where that is not known. */
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** Where it is described, from the folder of the failure; absent where it is built in. */
  file: z.string().min(1).optional(),
})

/**
 * A failing case with all that it takes to run it again, and to bring back by hand the call that failed.
 * Plain JSON, without credentials: in the call and in the state, marks stand for those of the session.
 */
export const Failure = z.strictObject({
  version: z.literal(2, { error: 'was written by another version' }),
  id: z.string().regex(/^[0-9a-f]{8}$/),
  target: StoredTarget,
  /** Where the target is, from the folder of the failure; absent: there. */
  target_folder: z.string().min(1).optional(),
  data_source: StoredDataSource,
  scheme: z.enum(['http', 'https']),
  /** What the user declared; what the module says of itself is asked anew. */
  declarations: GivenDeclarations,
  deadlineMilliseconds: z.int().positive(),
  mode: z.enum(['asynchronous', 'synchronous']),
  seed: z.int(),
  clause: z.string(),
  check: z.string(),
  /** What an answer broke that the check met; absent where the check's own claim did not hold. */
  invariant: z.string().optional(),
  expected: z.string(),
  actual: z.string(),
  counterexample: z.unknown(),
  /** How often it failed, of the times that it was tried; absent: each time. */
  failed: z.strictObject({ failed: z.int().min(1), of: z.int().min(1) }).optional(),
  /** In how many runs in a row such a case has held since; absent: in none. */
  held: z.int().min(1).optional(),
  /** How many calls the case made. */
  calls: z.int().min(0),
  /** Absent where the case made none, or none that can be made again elsewhere. */
  latestCall: LatestCall.optional(),
  /** The state of the mock before that call. The mock itself checks that it is one. */
  snapshot: z.looseObject({ settings: z.looseObject({}) }),
})
export type Failure = z.infer<typeof Failure>

/** Everything about a run that decides how a case of it comes out. */
export type FailureContext = Pick<
  Failure,
  'scheme' | 'declarations' | 'deadlineMilliseconds' | 'mode'
> & { readonly target: Target; readonly dataSource: PlannedDataSource }

/**
 * What to keep of a violation.
 *
 * @param folder below which it will be kept.
 */
export function failureOf(
  violation: Violation,
  context: FailureContext,
  folder: string = process.cwd(),
): Failure {
  const { scheme, declarations, deadlineMilliseconds, mode } = context
  const { clause, check, invariant, seed, expected, actual, counterexample, failed } = violation
  const { name } = context.dataSource
  // Written as JSON and read again, so that it is the same now as it will be when it is read.
  return Failure.parse(
    JSON.parse(
      JSON.stringify({
        version: 2,
        id: failureId(context.target, check, counterexample, name, invariant, folder),
        target: withoutFolder(context.target),
        target_folder: folderFrom(folder, context.target),
        data_source: storedSource(context.dataSource, folder),
        ...{ scheme, declarations, deadlineMilliseconds, mode, seed, clause, check, invariant },
        ...{ expected, actual, counterexample, failed },
        calls: violation.transcript.length,
        latestCall: violation.latestCall,
        snapshot: violation.snapshot,
      }),
    ),
  )
}

/** Whether a failure that is kept below this folder comes from runs like this one. */
export function isOf(
  failure: Failure,
  context: FailureContext,
  folder: string = process.cwd(),
): boolean {
  return (
    failure.target_folder === folderFrom(folder, context.target) &&
    failure.data_source.name === context.dataSource.name &&
    isDeepStrictEqual(failure.target, withoutFolder(context.target)) &&
    failure.scheme === context.scheme &&
    failure.deadlineMilliseconds === context.deadlineMilliseconds &&
    failure.mode === context.mode &&
    isDeepStrictEqual(failure.declarations, context.declarations)
  )
}

/** The target of a failure that is kept below this folder. */
export function targetOf({ target, target_folder = '.' }: Failure, folder: string): Target {
  const own = resolve(folder, target_folder)
  return target.kind === 'command' ? { ...target, cwd: own } : { ...target, from: own }
}

/** The data source of a failure that is kept below this folder; undefined: the one that is meant where none is named. */
export function dataSourceOf(
  { data_source }: Pick<Failure, 'data_source'>,
  folder: string,
): DataSourceRef | undefined {
  const { name, file } = data_source
  if (file !== undefined) return { name: file, from: { kind: 'file', path: resolve(folder, file) } }
  return name === DEFAULT_DATA_SOURCE ? undefined : { name, from: { kind: 'built-in' } }
}

function storedSource({ name, hash, from }: PlannedDataSource, folder: string) {
  if (from.kind === 'built-in') return { name, hash }
  return { name, hash, file: relative(folder, from.path).replaceAll('\\', '/') }
}

function withoutFolder(target: Target): Failure['target'] {
  if (target.kind === 'command') return { kind: 'command', prefix: [...target.prefix] }
  const { from: _, ...kept } = target
  return kept
}
