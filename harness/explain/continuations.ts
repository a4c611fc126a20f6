import type { Continuation } from './continuation.ts'

/** Behind the rows 1, 2 and 3. */
const BEFORE = { offset: 1, length: 3 }

/** Wrong continuations, each by the expression that gives its rows, in the order in which they are told. */
export const CONTINUATIONS: readonly Continuation[] = [
  {
    name: 'metadata-ignored',
    sentence: 'the metadata is ignored: the rows are those that offset and length say',
    predict: ({ keys, offset, length }) => keys.slice(offset, offset + length),
    example: { before: BEFORE, offset: 6, length: 2, gives: '67' },
  },
  {
    name: 'back-to-its-own-call',
    sentence: 'the metadata leads back to where the call began that returned it',
    predict: ({ keys, before, length }) => keys.slice(before.offset, before.offset + length),
    example: { before: BEFORE, offset: 6, length: 2, gives: '12' },
  },
  {
    name: 'from-the-beginning',
    sentence: 'the metadata leads to the beginning of the result',
    predict: ({ keys, length }) => keys.slice(0, length),
    example: { before: BEFORE, offset: 6, length: 2, gives: '01' },
  },
  {
    name: 'offset-on-top',
    sentence: 'offset is added to where the metadata continues',
    predict: ({ keys, continuesAt, offset, length }) =>
      keys.slice(continuesAt + offset, continuesAt + offset + length),
    example: { before: BEFORE, offset: 2, length: 2, gives: '67' },
  },
  {
    name: 'row-skipped',
    sentence: 'the metadata continues one row too late',
    predict: ({ keys, continuesAt, length }) =>
      keys.slice(continuesAt + 1, continuesAt + 1 + length),
    example: { before: BEFORE, offset: 6, length: 2, gives: '56' },
  },
  {
    name: 'row-repeated',
    sentence: 'the metadata continues one row too early: the last row comes back again',
    predict: ({ keys, continuesAt, length }) =>
      keys.slice(continuesAt - 1, continuesAt - 1 + length),
    example: { before: BEFORE, offset: 6, length: 2, gives: '34' },
  },
  {
    name: 'length-ignored-behind',
    sentence: 'length is ignored where metadata is given: everything behind came back',
    predict: ({ keys, continuesAt }) => keys.slice(continuesAt),
    example: { before: BEFORE, offset: 6, length: 2, gives: '456789' },
  },
  {
    // The token of the data source's page was kept, though the call ended in the middle of that page.
    name: 'rest-of-page-lost',
    sentence: 'the metadata continues at the next page of the data source: rows before it are lost',
    predict({ keys, before, length, pageSize }) {
      const start = before.offset + Math.ceil(before.length / pageSize) * pageSize
      return keys.slice(start, start + length)
    },
    example: { before: BEFORE, offset: 6, length: 2, gives: '56' },
  },
  {
    // Whoever follows it to its end comes to none.
    name: 'over-again-at-the-end',
    sentence: 'the metadata at the end of the result leads back to its beginning',
    predict({ keys, continuesAt, length }) {
      const start = continuesAt >= keys.length ? 0 : continuesAt
      return keys.slice(start, start + length)
    },
    example: { before: { offset: 6, length: 4 }, offset: 6, length: 2, gives: '01' },
  },
]
