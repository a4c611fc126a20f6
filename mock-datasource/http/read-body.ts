import express, { type Request, type Response } from 'express'
import type { RequestProblem } from './api-request.ts'

export type ReadBody = (
  request: Request,
  response: Response,
) => Promise<{ body: Buffer; problem?: RequestProblem }>

const NOTHING = Buffer.alloc(0)

/** Reads bodies of at most `maxBytes` as they are, whatever their media type. Never rejects. */
export function bodyReader(maxBytes: number): ReadBody {
  const read = express.raw({ type: () => true, limit: maxBytes, inflate: false })
  return (request, response) =>
    new Promise((resolve) => {
      read(request, response, (error?: unknown) => {
        if (error) return resolve({ body: NOTHING, problem: problemOf(error) })
        resolve({ body: Buffer.isBuffer(request.body) ? request.body : NOTHING })
      })
    })
}

function problemOf(error: unknown): RequestProblem {
  const { status } = error as { status?: number }
  if (status === 413) return 'body too large'
  if (status === 415) return 'body encoding'
  return 'body cut off'
}
