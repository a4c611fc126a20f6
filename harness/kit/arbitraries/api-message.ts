import fc from 'fast-check'
import { madeWhenUsed } from './made-when-used.ts'

/** A message as a data source may put into an error: any text, but there is one. */
export const apiMessage: fc.Arbitrary<string> = madeWhenUsed(() =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== ''),
)
