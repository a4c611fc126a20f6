import type { Answer } from '../deployment/answer.ts'

/** What a scenario asks of a data source. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the API's base path, with the query string, every part of it percent-encoded. */
  readonly path: string
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown
  /** Of the body; `application/json` without it. */
  readonly mediaType?: string
  /** Who asks; without it, whoever the user has given the credentials of. */
  readonly as?: 'nobody' | 'a stranger' | 'a wrong token'
}

/** A request and what became of it. Without an answer, `problem` says why none came whole. */
export type Exchange =
  | { readonly request: Request; readonly answer: Answer }
  | { readonly request: Request; readonly answer?: undefined; readonly problem: string }
