import * as z from 'zod'
import { METHODS } from '../../../contracts/method.ts'

/**
 * What driver and worker say to each other, a line of JSON each, on a descriptor of their own. Both sides
 * validate what they get: worker.py has the same members in its own words. A message that is none is a
 * fault of the driver and never the connector's.
 */
const Numbered = {
  /** The reply carries that of its request. */
  sequence: z.int().min(0),
}

export const Request = z.discriminatedUnion('kind', [
  z.strictObject({
    ...Numbered,
    kind: z.literal('start'),
    /** Written to both output streams, so that it is known where the output of this request ends. */
    mark: z.string().min(1),
    checkout: z.string(),
    module: z.string(),
  }),
  z.strictObject({
    ...Numbered,
    kind: z.literal('call'),
    mark: z.string().min(1),
    method: z.enum(METHODS),
    connection: z.looseObject({}),
    configuration: z.looseObject({}),
    /** Variables that are set for this call alone. */
    environment: z.record(z.string(), z.string()),
    arguments: z.array(z.unknown()),
  }),
])
export type Request = z.infer<typeof Request>
/** A request before it is numbered and sent. */
export type Asked =
  | Omit<Extract<Request, { kind: 'start' }>, 'sequence' | 'mark'>
  | Omit<Extract<Request, { kind: 'call' }>, 'sequence' | 'mark'>

/** Why calls cannot be served: something cannot be imported. */
export const Refusal = z.strictObject({
  ...Numbered,
  kind: z.literal('refused'),
  /** What was being imported. */
  step: z.string(),
  /** The exception on one line. */
  error: z.string(),
  /** The package that is not installed, where that is why. */
  missing: z.string().nullable(),
  /** Whether there is no module of this name. */
  unknown: z.boolean(),
  /** Names of modules that are like it. */
  near: z.array(z.string()),
  modules: z.array(z.string()),
})
export type Refusal = z.infer<typeof Refusal>

/** Whether the call has left processes behind that live on. */
const OfCall = { ...Numbered, leftover: z.boolean() }

export const Reply = z.discriminatedUnion('kind', [
  z.strictObject({ ...Numbered, kind: z.literal('ready'), python: z.string() }),
  Refusal,
  z.strictObject({ ...OfCall, kind: z.literal('answered'), value: z.unknown() }),
  /** With marks for what JSON cannot hold: see python-value.ts. */
  z.strictObject({ ...OfCall, kind: z.literal('answered-oddly'), value: z.unknown() }),
  z.strictObject({
    ...OfCall,
    kind: z.literal('threw'),
    message: z.string(),
    trace: z.string().exactOptional(),
  }),
  z.strictObject({ ...OfCall, kind: z.literal('exited'), exitCode: z.int() }),
  z.strictObject({ ...OfCall, kind: z.literal('too-deep') }),
  z.strictObject({ ...OfCall, kind: z.literal('too-large'), characters: z.number() }),
  /** The worker did not understand the request. */
  z.strictObject({
    sequence: z.int().nullable(),
    kind: z.literal('fault'),
    message: z.string(),
  }),
])
export type Reply = z.infer<typeof Reply>
