import type { Declarations, DeclaredBy, GivenDeclarations } from '../../contracts/declarations.ts'
import type { Waiver } from '../../contracts/waiver.ts'
import type { Certificate } from '../../mock-datasource/index.ts'
import type { DataSourceRef, PlannedDataSource } from '../data-source/data-source-ref.ts'
import type { Driver } from '../drivers/driver.ts'
import type { Target } from '../drivers/target.ts'
import type { Mode } from '../kit/requests.ts'
import type { FailureStore } from './failures/failure-store.ts'
import type { CheckPart } from './part.ts'
import type { Profile } from './profile.ts'
import type { StoredCase } from './run-options.ts'
import type { GivenSecret } from './secrets/given-secrets.ts'
import type { Passed } from './session/connection-to.ts'
import type { Tries } from './tries.ts'

/** One of several runs, on a machine each, that are one run together. */
export interface Shard {
  /** From 1. */
  readonly index: number
  readonly count: number
}

/** The share of a plan that one shard runs. */
export interface ShardPlan extends Shard {
  /** The names of the checks that all shards run together. */
  readonly checks: readonly string[]
  readonly parts: readonly CheckPart[]
}

/** What the user asked for, before anything is known of the connector. */
export interface VerifyOptions {
  readonly target: Target
  /** What the connector talks to; undefined: ABC Security Monitor. */
  readonly dataSource?: DataSourceRef | undefined
  readonly scheme: 'http' | 'https'
  /** Clause prefixes; empty: all. */
  readonly only: readonly string[]
  readonly skip: readonly string[]
  /** As much is tried as in a run of these clauses; undefined: the whole length for those that are chosen. */
  readonly among?: readonly string[] | undefined
  readonly seed: number
  readonly profile: Profile
  /** Made cases a check; undefined: what the profile comes to. */
  readonly runs: number | undefined
  /** How long the run may go on, in milliseconds; undefined: to its end. */
  readonly budgetMilliseconds?: number | undefined
  /** How long one call may take, in milliseconds. */
  readonly deadlineMilliseconds: number
  /** Workers that run checks side by side. */
  readonly jobs: number
  /** How much memory a process of the connector's may take; undefined: a gigabyte. */
  readonly memoryMegabytes?: number | undefined
  /** Where a debugger attaches to the connector, or is waited for; undefined: nowhere. */
  readonly inspect?: 'inspect' | 'inspect-brk' | undefined
  readonly strict: boolean
  /** What the user declares; the rest is what the module says of itself. */
  readonly declarations: GivenDeclarations
  /** Which of these the configuration file says, and the command line does not. */
  readonly declaredInFile?: readonly (keyof GivenDeclarations)[]
  /** What the user has every case pass to the connector. */
  readonly passed?: Passed | undefined
  /** What of all that the user gives is secret; undefined: what its names give away of what is passed. */
  readonly secrets?: readonly GivenSecret[] | undefined
  /** The file that configures the run; undefined: none does. */
  readonly configurationFile?: string | undefined
  /** Variables for the connector that the command line named, beside those of the configuration file. */
  readonly variables?: readonly string[]
  /** Whether what the connector asks of the data source is to be gathered. */
  readonly footprint?: boolean | undefined
  /** Violations that are accepted for a time, whether or not that has passed. */
  readonly waivers?: readonly Waiver[]
  /** The day that decides which of them count, as `2026-12-31`; undefined: the day of the run, in UTC. */
  readonly today?: string | undefined
  /** The share of the run that is wanted; undefined: all of it. */
  readonly shard?: Shard | undefined
  /** Ends the run before its time; the reason says in words what did. */
  readonly stop?: AbortSignal | undefined
  /** Where failures of earlier runs are kept; undefined: nowhere. */
  readonly failures?: FailureStore | undefined
}

/** A check that will not run, or an invariant that nothing is held against, by its name, and why. */
export interface Exclusion {
  readonly check: string
  readonly reason: string
}

/** All that a worker needs to run its part, as plain JSON. The verdict depends on nothing else. */
export interface Plan {
  readonly target: Target
  readonly label: string
  readonly driver: Driver['kind']
  /** What the connector talks to. */
  readonly dataSource: PlannedDataSource
  readonly mode: Mode
  readonly scheme: 'http' | 'https'
  readonly declarations: Declarations
  readonly declaredBy: DeclaredBy
  readonly certificate: Certificate
  readonly passed?: Passed | undefined
  readonly seed: number
  readonly profile: Profile
  /** What a call of the connector was found to cost; decides nothing. */
  readonly callMilliseconds: number
  /** What the first cost, where a driver starts processes for calls; decides nothing. */
  readonly firstCallMilliseconds?: number
  /** How much is tried of each check, by its name. */
  readonly tries: Readonly<Record<string, Tries>>
  /** Made cases of each check that makes any, in each round. */
  readonly runs: number
  readonly shrinks: number
  /** Whether less is tried of any check than in a default run. */
  readonly isShort: boolean
  /** When the run is cut short, in milliseconds since 1970; absent: never. */
  readonly until?: number
  /** A further round of a thorough run: made cases alone. */
  readonly madeAlone?: boolean
  readonly deadlineMilliseconds: number
  readonly memoryMegabytes?: number
  readonly inspect?: 'inspect' | 'inspect-brk'
  /** Whether what the connector asks of the data source is gathered. */
  readonly footprint?: boolean
  /** See `Driver`. */
  readonly limits?: readonly string[]
  /** What of these checks this run tries, where it is one of several shards. */
  readonly shard?: ShardPlan
  /** The names of the checks to run. */
  readonly checks: readonly string[]
  /** The names of the invariants that every answer is held against; absent: none. */
  readonly invariants?: readonly string[]
  /** Those of the checks that run for the sake of invariants alone: their clause was left out. */
  readonly providers?: readonly string[]
  /** What failed in earlier runs, by the check's name: tried first, where there is such. */
  readonly stored?: Readonly<Record<string, readonly StoredCase[]>>
  /** The waivers that are in force, where there are any. */
  readonly waivers?: readonly Waiver[]
  /** Checks that the user left out. */
  readonly leftOut: readonly Exclusion[]
  /** Checks that say nothing about such a connector. */
  readonly notApplicable: readonly Exclusion[]
}
