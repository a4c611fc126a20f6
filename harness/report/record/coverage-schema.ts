import * as z from 'zod'
import { METHODS } from '../../../contracts/method.ts'
import { Count } from './violation-schema.ts'

const tally = { tried: Count, held: Count, violated: Count }

/** Rows of a record's coverage: by clause, by the kind of a fault, by an error code, or by the method alone. */
export const MethodRow = z.strictObject({ method: z.enum(METHODS), ...tally })
export const ClauseRow = <Clause extends z.ZodType>(clause: Clause) =>
  z.strictObject({ clause, method: z.enum(METHODS), ...tally })
export const FaultRow = z.strictObject({ fault: z.string(), method: z.enum(METHODS), ...tally })
export const CodeRow = z.strictObject({ code: z.string(), method: z.enum(METHODS), ...tally })
