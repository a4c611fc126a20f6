import type { CarriedIn } from '../carried.ts'

/** Something that a client puts into a request. */
export interface Addition {
  readonly in: CarriedIn
  /** The name of a parameter or header; in JSON and XML a path. */
  readonly at: string
  /** A list only in JSON. */
  readonly value: string | number | readonly unknown[]
}
