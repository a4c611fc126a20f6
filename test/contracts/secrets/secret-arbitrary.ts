import fc from 'fast-check'

/** Secrets of any characters that are long enough to be masked where they are cut, too. */
export const secret = fc
  .string({
    unit: fc.oneof(
      { weight: 8, arbitrary: fc.string({ minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.constantFrom(...'äßéжщ語\n\t') },
    ),
    minLength: 8,
    maxLength: 120,
  })
  // A secret of one character again and again stands at many places.
  .filter((text) => new Set(text).size > 5)
