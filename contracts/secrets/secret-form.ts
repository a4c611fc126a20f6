import type { SecretEncoding } from '../data-source/secret.ts'

/** A secret to look for: what it is called in reports, and its value. */
export interface SoughtSecret {
  readonly name: string
  readonly value: string
  /** How `value` is written down already; absent: plain. */
  readonly encoding?: SecretEncoding
  /**
   * False for what may well be no secret, as an address in a configuration: a part of it says nothing, and is looked for
   * where a text was cut alone. Absent: a part of it is as secret as the whole.
   */
  readonly inParts?: boolean
}

/** A form that a secret can take in a text. */
export interface SecretForm {
  readonly name: string
  readonly encoding: SecretEncoding
  readonly text: string
}

/** Shorter secrets would be found in every text, and say nothing where they are. */
export const SHORTEST_MASKED = 4
/** A shorter part of a secret says too little. */
export const SHORTEST_PART = 8
