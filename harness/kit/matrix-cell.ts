import type { Method } from '../../contracts/method.ts'

/** What one method did under one fault. Plain JSON. */
export interface MatrixCell {
  /** The fault, in words that begin with its kind: `page-anomaly, short-page`. */
  readonly fault: string
  readonly method: Method
  /** `right answer`, `wrong answer`, `no envelope`, or the code of the failure. */
  readonly outcome: string
  /** Every outcome that the contract accepts; `failure` stands for one with any code. */
  readonly allowed: readonly string[]
  readonly held: boolean
  /** The clause that allows them, and judges what is not among them. */
  readonly clause: string
}
