/** How a secret can be written down in a text. */
export const SECRET_ENCODINGS = [
  ...(['plain', 'percent', 'base64', 'hex', 'utf-16', 'html', 'escaped'] as const),
] as const
export type SecretEncoding = (typeof SECRET_ENCODINGS)[number]

/** Something that nobody but its owner and the data source may read, under the name that reports give it. */
export interface NamedSecret {
  readonly name: string
  readonly value: string
  /** How `value` is written down already; absent: plain. */
  readonly encoding?: SecretEncoding
}
