import type * as z from 'zod'
import type { FailureDetails } from '../data-source-definition.ts'
import type { PageAnomaly } from '../engine/page-anomaly.ts'
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
  failure(code: number, details?: FailureDetails): Reply
  /** Ends after so many milliseconds, or as soon as the client is gone. */
  wait(milliseconds: number): Promise<void>
  /** Ends when the client, or the mock, has closed the connection. */
  gone(): Promise<void>
  /** Cuts the connection, so that the client's system reports a reset. */
  reset(): void
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
  /** What is wrong with fields that are each right by themselves, or `undefined`. */
  problem?(spec: z.infer<Schema>): string | undefined
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
