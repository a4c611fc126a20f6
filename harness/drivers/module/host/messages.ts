import * as z from 'zod'
import { METHODS } from '../../../../contracts/method.ts'

/**
 * What a driver and the process that holds a connector module say to each other, a frame each. Whatever comes from
 * there is validated, since the connector can write there too; what it says amiss is the connector's doing.
 */

/** What is asked: a call, or that one is given up, whose time is over. */
export type Request = CallRequest | { readonly kind: 'give-up'; readonly id: number }

/** One call. The body holds connection, configuration and arguments, in this form. */
export interface CallRequest {
  readonly kind: 'call'
  readonly id: number
  readonly method: (typeof METHODS)[number]
  readonly environment: Readonly<Record<string, string>>
  readonly deadlineMilliseconds: number
  readonly form: 'json' | 'marked'
}

/** How a process ends that can answer nobody any more. */
export const CUT_OFF = 97

const Form = z.enum(['json', 'marked'])

/** How a call came out; the value of `answered` is the body. */
const Outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answered'), form: Form }),
  z.strictObject({
    kind: z.literal('threw'),
    message: z.string(),
    trace: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('no-value'), reason: z.string() }),
  z.strictObject({ kind: z.literal('timed-out'), afterMilliseconds: z.number() }),
  z.strictObject({
    kind: z.literal('crashed'),
    exitCode: z.number().nullable(),
    signal: z.null(),
  }),
  z.strictObject({ kind: z.literal('too-much-output'), bytes: z.number() }),
])

export const Reply = z.discriminatedUnion('kind', [
  /** The module is loaded. The body holds its declarations, in this form. */
  z.strictObject({ kind: z.literal('ready'), form: Form }),
  /** The module cannot be loaded, or is none. */
  z.strictObject({
    kind: z.literal('refused'),
    message: z.string(),
    hint: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('came-out'),
    id: z.int(),
    outcome: Outcome,
    stdout: z.string().default(''),
    stderr: z.string().default(''),
    /** What of the language or of Node is not as it was any more. */
    damaged: z.string().optional(),
  }),
  /** What a connector did to its process after its call had come out: threw where nobody catches, or left. */
  z.strictObject({ kind: z.literal('late'), method: z.enum(METHODS), deed: z.string() }),
])
export type Reply = z.infer<typeof Reply>
/** A reply as it is written: members that have a default may be left out. */
export type Said = z.input<typeof Reply>
