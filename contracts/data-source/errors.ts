import type { ErrorCode } from '../error-code.ts'
import type { ErrorRole } from './roles.ts'

/** An error code of a data source. One that is a number at the source is its digits here. */
export type Code = string

/** One row of an API's error table: what a code means and how it travels. */
export interface ApiError {
  /** The HTTP status that carries the code. */
  readonly http: number
  /** The message that the data source gives when nothing more exact is known. */
  readonly message: string
  /** Every ErrorCode that a connector may answer, the best first; absent for codes of `ofAnyCode`. */
  readonly means?: readonly ErrorCode[]
  /** The operations at which it means that; at any other every ErrorCode is accepted. Absent: all. */
  readonly at?: readonly string[]
}

/** The errors of a data source. */
export interface Errors {
  readonly table: Readonly<Record<Code, ApiError>>
  /** For these any ErrorCode is accepted (ERR-2), in the order in which they are tried. */
  readonly ofAnyCode: readonly Code[]
  readonly roles: Readonly<Partial<Record<ErrorRole, Code>>>
  /** What any request may meet: what situations are made of. */
  readonly usual: readonly Code[]
  readonly unlisted: UnlistedCodes
  /** What a code can be: the fault `api-error` refuses others. `statuses`: the HTTP status is all that tells them. */
  readonly codes: 'integers' | 'texts' | 'statuses'
}

/** Codes beyond the table. */
export interface UnlistedCodes {
  readonly usual: Code
  /** Those at which a connector is most likely to err. */
  readonly telling: readonly Code[]
  /** Whole numbers between which further ones are made; absent where codes are no numbers. */
  readonly made?: { readonly min: number; readonly max: number }
  /** The HTTP status that carries them. */
  readonly http: number
}
