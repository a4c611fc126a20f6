import type { Configuration, Connection } from '../../contracts/connection.ts'
import type { Method } from '../../contracts/method.ts'
import type { Patience } from './process/deadline.ts'

/**
 * What a driver saw of one call, before anyone judges it. A driver's own failure is never mixed up with
 * an answer: only `answered` carries a value of the connector's.
 */
export type Outcome =
  | {
      readonly kind: 'answered'
      readonly value: unknown
      /** Command only: other values were printed before, of which the last counts. */
      readonly several?: true
      /** Command only: what was printed behind the value, without blanks at its ends; absent: nothing. */
      readonly followedBy?: string
    }
  /** Where calls are no processes: the method threw, its promise was rejected, or the method is not there. */
  | {
      readonly kind: 'threw'
      readonly message: string
      /** Where it was thrown, a frame a line and the innermost last; without what the exception says. */
      readonly trace?: string
    }
  /** It ended by itself, but gave no value that can be read: see `answered`, and standard output of a command. */
  | { readonly kind: 'no-value'; readonly reason: string }
  | { readonly kind: 'timed-out'; readonly afterMilliseconds: number }
  /** It ended by a signal, or with an exit code (of a command: a failing one) and without a value. */
  | {
      readonly kind: 'crashed'
      readonly exitCode: number | null
      readonly signal: string | null
      /** Where the harness ended it: what it did. */
      readonly why?: string
    }
  | { readonly kind: 'too-much-output'; readonly bytes: number }
  | { readonly kind: 'could-not-start'; readonly reason: string }

/**
 * An outcome with what the connector wrote while it ran: text, decoded as UTF-8, cut past some size. For
 * a command, `stdout` is all of standard output, the value included.
 */
export type CallResult = Outcome & {
  readonly stdout: string
  readonly stderr: string
  /** What the connector itself took, where the driver knows: without the wait for a worker, say. */
  readonly milliseconds?: number
  /** Why may be another call's doing: calls shared a process, and it came to harm. Nothing is known of this one. */
  readonly disturbed?: true
}

/** One call of one method, with everything that it depends on. */
export interface Call extends Patience {
  readonly connection: Connection
  readonly configuration: Configuration
  /** Variables that the connector's process has for this call, beside those that it has anyway. */
  readonly environment?: Readonly<Record<string, string>>
  readonly method: Method
  /** What the method is given, in its order, as the method table of the contract has it. */
  readonly arguments: readonly unknown[]
}

/** A way to call the connector under test. Calls may overlap; none knows of another. */
export interface Driver {
  readonly kind: 'module' | 'command' | 'stix-shifter' | 'proxy-host' | 'python-object'
  /** How output names the target, e.g. "connectors/abc-security-monitor" or "python3 main.py transmit abc". */
  readonly label: string
  /** What the module exports as `declarations`, unparsed. Undefined for all others. */
  readonly declarations: unknown
  /** What this transport cannot carry, with the reason, e.g. a NUL in a query over a command line. */
  cannotCarry(method: Method, args: readonly unknown[], connection?: Connection): string | undefined
  /** What no call this way shows or carries, as far as is known by now, a line of a report each: no connector is judged by it. */
  limits?(): readonly string[]
  /** Whatever a connector does is an outcome. Rejects with a DriverError where the driver itself is broken. */
  call(call: Call): Promise<CallResult>
  /** Integers beyond 2^53 reach it rounded, whatever the connector gave: nothing is known of these. */
  readonly rounds?: true
  /** The command that a person pastes to repeat the call by hand, quoted for a POSIX shell. */
  commandLine(call: Omit<Call, 'deadlineMilliseconds'>): string
  /** Where calls share a process: how to be alone in one. */
  readonly apart?: Apart
  /** What the connector did to its process beside its calls, a sentence each. A connector that does is not fit. */
  deeds?(): readonly string[]
  /** Ends whatever still runs. Calls after it are undefined behaviour. */
  close(): Promise<void>
}

/** A process that nobody shares. */
export interface Apart {
  /** Whether cases should be alone from the start: sharing has done harm too often. */
  isBetter(): boolean
  /**
   * Does some work with a driver whose calls share their process with no others.
   * @param how `fresh`: nor with any that were made before.
   */
  run<Result>(
    work: (driver: Driver) => Promise<Result>,
    how: { readonly fresh: boolean },
  ): Promise<Result>
}
