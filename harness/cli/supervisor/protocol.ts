import type { TriedCheck } from '../../report/from-vitest.ts'
import type { RunReport } from '../../report/record/run-report.ts'
import type { PlannedRun } from '../../run/report-of-run.ts'

/** What comes of a command, as README has it. */
export type ExitCode = 0 | 1 | 2 | 3

/** A file that a command has written, and the SHA-256 of its content, in 64 hex digits. The path is absolute. */
export interface WrittenFile {
  readonly path: string
  readonly sha256: string
}

/** A report that a command is going to write, as `WantedReport` has it. The path is absolute. */
interface Wanted {
  readonly form: string
  readonly path: string
  readonly option: string
}

/**
 * What the process of a command tells its supervisor, a line of JSON each. Both are of one version and on one machine:
 * what is large is taken as it comes.
 */
export type Message =
  /** Every second while its loop turns. Whoever halts it to look into it makes it silent. */
  | { readonly kind: 'alive'; readonly debugged: boolean }
  /** Before and after what may hold up the loop for as long as a person wants: a terminal that is halted. */
  | { readonly kind: 'printing'; readonly is: boolean }
  /**
   * Which files are this run's from now on. What an earlier run has left there is gone already. `others` cannot say that
   * they are incomplete, and are not there until they are whole.
   */
  | {
      readonly kind: 'begun'
      readonly reports: readonly Wanted[]
      readonly others: readonly string[]
    }
  | { readonly kind: 'planned'; readonly run: PlannedRun }
  | { readonly kind: 'tried'; readonly tried: TriedCheck }
  | { readonly kind: 'reported'; readonly report: RunReport }
  /** The record is closed: this is the verdict, and these files were written and read back. */
  | {
      readonly kind: 'closed'
      readonly exitCode: 0 | 1 | 3
      readonly files: readonly WrittenFile[]
    }
  /** There is nothing to judge: help was wanted, or something was wrong, and has been said. */
  | { readonly kind: 'ended'; readonly exitCode: 0 | 2 | 3 }

type Holds = (value: unknown) => boolean

/**
 * What each message consists of. By hand: every command waits for the supervisor to be loaded, and zod would be a third
 * of it.
 */
const MEMBERS: Readonly<Record<string, Readonly<Record<string, Holds>>>> = {
  alive: { debugged: isBoolean },
  printing: { is: isBoolean },
  begun: {
    reports: listOf(recordOf({ form: isText, path: isText, option: isText })),
    others: listOf(isText),
  },
  planned: { run: isObject },
  tried: { tried: isObject },
  reported: { report: isObject },
  closed: {
    exitCode: oneOf(0, 1, 3),
    files: listOf(
      recordOf({ path: isText, sha256: (value) => isText(value) && value.length === 64 }),
    ),
  },
  ended: { exitCode: oneOf(0, 2, 3) },
} satisfies Record<Message['kind'], unknown>

/** A message; undefined: it is none. */
export function messageIn(value: unknown): Message | undefined {
  if (!isObject(value) || !('kind' in value) || !isText(value.kind)) return undefined
  const { kind, ...others } = value
  const members = Object.hasOwn(MEMBERS, kind) ? MEMBERS[kind] : undefined
  return members !== undefined && recordOf(members)(others) ? (value as Message) : undefined
}

/** Of these members all, and no others. */
function recordOf(members: Readonly<Record<string, Holds>>): Holds {
  const names = Object.keys(members)
  return (value) =>
    isObject(value) &&
    Object.keys(value).length === names.length &&
    names.every((name) => Object.hasOwn(value, name) && members[name]?.(Reflect.get(value, name)))
}

function listOf(holds: Holds): Holds {
  return (value) => Array.isArray(value) && value.every(holds)
}

function oneOf(...values: readonly unknown[]): Holds {
  return (value) => values.includes(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
