import * as z from 'zod'
import type { TriedCheck } from '../../report/from-vitest.ts'
import type { RunReport } from '../../report/record/run-report.ts'
import type { PlannedRun } from '../../run/report-of-run.ts'

/** What comes of a command, as README has it. */
export type ExitCode = 0 | 1 | 2 | 3

/** A file that a command has written, and the SHA-256 of its content, in 64 hex digits. The path is absolute. */
const WrittenFile = z.strictObject({ path: z.string(), sha256: z.string().length(64) })
export type WrittenFile = z.infer<typeof WrittenFile>

/** A report that a command is going to write, as `WantedReport` has it. The path is absolute. */
const Wanted = z.strictObject({ form: z.string(), path: z.string(), option: z.string() })

/**
 * What the process of a command tells its supervisor, a line of JSON each. Both are of one version and on one machine:
 * what is large is taken as it comes.
 */
export const Message = z.discriminatedUnion('kind', [
  /** Every second while its loop turns. Whoever halts it to look into it makes it silent. */
  z.strictObject({ kind: z.literal('alive'), debugged: z.boolean() }),
  /** Before and after what may hold up the loop for as long as a person wants: a terminal that is halted. */
  z.strictObject({ kind: z.literal('printing'), is: z.boolean() }),
  /** Which files are this run's from now on. What an earlier run has left there is gone already. */
  z.strictObject({
    kind: z.literal('begun'),
    reports: z.array(Wanted),
    /** Files that cannot say that they are incomplete, and are not there until they are whole. */
    others: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('planned'), run: z.custom<PlannedRun>(isObject) }),
  z.strictObject({ kind: z.literal('tried'), tried: z.custom<TriedCheck>(isObject) }),
  z.strictObject({ kind: z.literal('reported'), report: z.custom<RunReport>(isObject) }),
  /** The record is closed: this is the verdict, and these files were written and read back. */
  z.strictObject({
    kind: z.literal('closed'),
    exitCode: z.literal([0, 1, 3]),
    files: z.array(WrittenFile),
  }),
  /** There is nothing to judge: help was wanted, or something was wrong, and has been said. */
  z.strictObject({ kind: z.literal('ended'), exitCode: z.literal([0, 2, 3]) }),
])
export type Message = z.infer<typeof Message>

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
