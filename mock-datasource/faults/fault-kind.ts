import type * as z from 'zod'
import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { Code } from '../../contracts/data-source/errors.ts'
import type { FailureDetails, OddBodies } from '../data-source-definition.ts'
import type { PageAnomaly } from '../engine/page-anomaly.ts'
import type { Treatment } from '../http/listener.ts'
import type { Reply } from '../http/reply.ts'

/** What a fault can do to the exchange that it strikes. */
export interface Struck {
  /** Path and query string of the request, as they were sent. */
  readonly url: string
  /** Milliseconds since this fault struck for the first time, 0 if that is now. */
  readonly age: number
  /** Performs the operation, or lets the next fault strike, and gives its reply, which is not sent yet. */
  proceed(alteration?: Alteration): Promise<Reply | undefined>
  /** An error as the data source reports it. */
  failure(code: Code, details?: FailureDetails): Reply
  /** How the data source says that it is asked too often; a bare 429 where it has no error for that. */
  tooMany(headers: Readonly<Record<string, string>>): Reply
  readonly oddBodies: OddBodies
  /** Ends after so many milliseconds, or as soon as the client is gone. */
  wait(milliseconds: number): Promise<void>
  /** Ends when the client, or the mock, has closed the connection. */
  gone(): Promise<void>
  /** Makes the session keys worthless that the request shows. */
  expire(): void
  /** Cuts the connection, so that the client's system reports a reset. */
  reset(): void
}

/** What there is to know of a data source about which faults it can have. */
export type Faultable = Pick<DataSource, 'title' | 'operations' | 'errors' | 'paging' | 'methods'>

/** What keeps fields that are each right by themselves from being a fault. */
export interface Problem {
  /** The field at fault, where it is one. */
  readonly field?: string
  readonly message: string
}

/** What a fault asks of the operation that is to be performed. */
export interface Alteration {
  readonly anomaly?: PageAnomaly
}

/**
 * One kind of fault: the shape of its specification (without where it applies), and what it does.
 * `strike` gives the reply to send instead of the operation's; `undefined` sends none.
 */
export interface FaultKind<Schema extends KindSchema = KindSchema> {
  readonly schema: Schema
  /** Whether the operation is still performed, and later faults may strike too. */
  readonly proceeds: boolean
  /** Only requests for a page of results concern it. */
  readonly pagesOnly?: boolean
  /** Only requests that show a session key concern it: no log-in. */
  readonly sessionsOnly?: boolean
  /** Over plain HTTP there is nothing that it could strike. */
  readonly encryptedOnly?: boolean
  /**
   * Of a kind that strikes connections and no requests: what becomes of one that has been accepted. Nothing is known
   * then of what will be asked.
   */
  treatment?(spec: z.infer<Schema>): Treatment
  /** What is wrong with fields that are each right by themselves, at this data source, or `undefined`. */
  problem?(spec: z.infer<Schema>, source: Faultable): Problem | undefined
  /** Whether it still strikes, having struck so often and for the first time so many milliseconds ago. */
  lasts?(spec: z.infer<Schema>, past: { struck: number; milliseconds: number }): boolean
  strike(spec: z.infer<Schema>, struck: Struck): Promise<Reply | undefined> | Reply | undefined
}

export type KindSchema = z.ZodObject<{ kind: z.ZodLiteral<string> }>

export function defineFaultKind<Schema extends KindSchema>(
  kind: FaultKind<Schema>,
): FaultKind<Schema> {
  return kind
}
