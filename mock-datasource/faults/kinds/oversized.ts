import * as z from 'zod'
import { JSON_TYPE } from '../../http/reply.ts'
import { AnyStatus } from '../any-status.ts'
import { defineFaultKind } from '../fault-kind.ts'

const MEBIBYTE = 1_024 * 1_024
const USUAL_BYTES = 32 * MEBIBYTE
const MOST_BYTES = 16 * 1_024 * MEBIBYTE

/** Sent over and over, so that memory does not grow with the size asked for. */
const FILLING = Buffer.alloc(MEBIBYTE / 4, 'x')

/**
 * A body far larger than any client expects, instead of the operation, which is not performed. It is JSON as
 * far as it goes, but the string that it ends in is never closed, so that no client can make sense of it.
 */
export const oversized = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('oversized'),
    /** Of the body; 32 MiB without it. */
    bytes: z.int().min(1).max(MOST_BYTES).optional(),
    /** 200 without it. */
    status: AnyStatus.optional(),
  }),
  proceeds: false,
  strike: ({ status = 200, bytes = USUAL_BYTES }, { oddBodies }) => ({
    status,
    headers: { 'content-type': oddBodies.type ?? JSON_TYPE },
    body: bodyOf(Buffer.from(oddBodies.endless), bytes),
    // Taken piece by piece, as fast as the client reads.
    delivery: {},
  }),
})

function bodyOf(start: Buffer, bytes: number): Buffer[] {
  return [start.subarray(0, bytes), ...filling(Math.max(0, bytes - start.length))]
}

function filling(bytes: number): Buffer[] {
  const whole = Array.from({ length: Math.floor(bytes / FILLING.length) }, () => FILLING)
  return [...whole, FILLING.subarray(0, bytes % FILLING.length)]
}
