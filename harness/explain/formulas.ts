import { rightKeys } from './asked-window.ts'
import type { Formula } from './formula.ts'
import { pagesOf } from './pages-of.ts'
import { walked } from './walked.ts'

/**
 * Wrong windows, each by the expression that gives its rows. Where several fit, all are told, in this order:
 * the commonest first.
 */
export const FORMULAS: readonly Formula[] = [
  {
    // `rows[offset:length]`: languages slice by an end and not by a length.
    name: 'offset-to-length',
    sentence: 'rows returned are [offset:length] of the result: length is taken as the end',
    predict: ({ keys, offset, length }) => keys.slice(offset, length),
    example: { offset: 2, length: 5, gives: '234' },
  },
  {
    name: 'inclusive-end',
    sentence: 'the end is inclusive: one row too many comes back',
    predict: ({ keys, offset, length }) => keys.slice(offset, offset + length + 1),
    example: { offset: 2, length: 3, gives: '2345' },
  },
  {
    // `"1" + "2"` is `"12"`, and an end of 12 where 3 was meant.
    name: 'concatenated-end',
    sentence: 'offset and length were concatenated as text, and taken as the end',
    predict: ({ keys, offset, asked }) =>
      keys.slice(offset, Number(`${asked.offset}${asked.length}`)),
    example: { offset: 1, length: 2, gives: '123456789' },
  },
  {
    name: 'concatenated-length',
    sentence: 'offset and length were concatenated as text, and taken as the number of rows',
    predict: ({ keys, offset, asked }) =>
      keys.slice(offset, offset + Number(`${asked.offset}${asked.length}`)),
    example: { offset: 0, length: 3, gives: '012' },
  },
  {
    name: 'end-as-length',
    sentence: 'as many rows as offset + length came back: the end is taken as the number of rows',
    predict: ({ keys, offset, length }) => keys.slice(offset, offset + offset + length),
    example: { offset: 2, length: 3, gives: '23456' },
  },
  {
    name: 'offset-ignored',
    sentence: 'offset is ignored: the rows are those from the beginning of the result',
    predict: ({ keys, length }) => keys.slice(0, length),
    example: { offset: 2, length: 3, gives: '012' },
  },
  {
    name: 'length-ignored',
    sentence: 'length is ignored: everything from offset on came back',
    predict: ({ keys, offset }) => keys.slice(offset),
    example: { offset: 6, length: 2, gives: '6789' },
  },
  {
    name: 'window-ignored',
    sentence: 'offset and length are ignored: the whole result came back',
    predict: ({ keys }) => keys,
    example: { offset: 6, length: 2, gives: '0123456789' },
  },
  {
    name: 'offset-twice',
    sentence: 'offset was applied twice: the rows begin at 2 × offset',
    predict: ({ keys, offset, length }) => keys.slice(2 * offset, 2 * offset + length),
    example: { offset: 2, length: 3, gives: '456' },
  },
  {
    // The data source was asked for the window, and its rows were cut by offset once more.
    name: 'offset-twice-within-window',
    sentence: 'offset was applied twice: to the result, and again to the window cut from it',
    predict: (window) => rightKeys(window).slice(window.offset),
    example: { offset: 2, length: 5, gives: '456' },
  },
  {
    name: 'first-page-only',
    sentence: 'only the first page came back',
    predict: (window) => rightKeys(window).slice(0, window.pageSize),
    example: { offset: 2, length: 6, gives: '2345' },
  },
  ...walked({
    name: 'first-page-again',
    sentence: 'the first page came back again in place of the next one',
    next: ({ start }) => start,
    example: { offset: 2, length: 6, gives: '234523' },
  }),
  {
    // The page without a token is taken for the end and not for the last rows.
    name: 'last-page-missing',
    sentence: 'the last page is missing: rows of the page without {next} are dropped',
    predict: (window) =>
      pagesOf(window)
        .filter(({ end }) => end < window.keys.length)
        .flatMap(({ keys }) => keys),
    example: { offset: 0, length: 10, gives: '01234567' },
  },
  {
    name: 'whole-pages-only',
    sentence: 'only whole pages came back: the rows of the last, smaller one are missing',
    predict(window) {
      const rows = rightKeys(window)
      return rows.slice(0, Math.floor(rows.length / window.pageSize) * window.pageSize)
    },
    example: { offset: 1, length: 6, gives: '1234' },
  },
  {
    name: 'not-cut-to-length',
    sentence: 'the rows are not cut to length: the last page came back whole',
    predict: ({ keys, offset, length, pageSize }) =>
      keys.slice(offset, offset + Math.ceil(length / pageSize) * pageSize),
    example: { offset: 1, length: 5, gives: '12345678' },
  },
  {
    name: 'from-page-border',
    sentence: 'offset was rounded down to the beginning of a page',
    predict({ keys, offset, length, pageSize }) {
      const start = Math.floor(offset / pageSize) * pageSize
      return keys.slice(start, start + length)
    },
    example: { offset: 6, length: 3, gives: '456' },
  },
  {
    name: 'rounded-to-length',
    sentence: 'offset was rounded down to a multiple of length',
    predict({ keys, offset, length }) {
      const start = length === 0 ? offset : offset - (offset % length)
      return keys.slice(start, start + length)
    },
    example: { offset: 5, length: 3, gives: '345' },
  },
  {
    name: 'offset-as-page-number',
    sentence: 'offset is taken as the number of a page of length rows',
    predict: ({ keys, offset, length }) => keys.slice(offset * length, (offset + 1) * length),
    example: { offset: 2, length: 3, gives: '678' },
  },
  ...walked({
    name: 'later-pages-from-the-start',
    sentence: 'later pages are counted from the beginning of the result, not from offset',
    next: ({ rows }) => rows,
    example: { offset: 2, length: 6, gives: '234545' },
  }),
  ...walked({
    name: 'advanced-by-what-was-asked',
    sentence:
      'the next page begins behind the rows that were asked for, not behind those that came',
    next: ({ start, asked }) => start + asked,
    example: { offset: 0, length: 5, gives: '01235' },
  }),
  ...walked({
    name: 'row-skipped-at-borders',
    sentence: 'one row is skipped at each border between pages',
    next: ({ start, came }) => start + came + 1,
    example: { offset: 0, length: 8, gives: '01235678' },
  }),
  ...walked({
    name: 'row-repeated-at-borders',
    sentence: 'the last row of each page comes back again at the beginning of the next',
    next: ({ start, came }) => start + came - 1,
    example: { offset: 0, length: 6, gives: '012334' },
  }),
  ...walked({
    name: 'row-skipped-behind-first-page',
    sentence: 'one row is skipped between the first page and the second',
    next: ({ rows }, { offset }) => offset + rows + 1,
    example: { offset: 1, length: 6, gives: '123467' },
  }),
  ...walked({
    name: 'row-repeated-behind-first-page',
    sentence: 'the last row of the first page comes back again at the beginning of the second',
    next: ({ rows }, { offset }) => offset + rows - 1,
    example: { offset: 1, length: 6, gives: '123445' },
  }),
  {
    name: 'reversed-window',
    sentence: 'the rows are in reverse order',
    predict: (window) => rightKeys(window).toReversed(),
    example: { offset: 2, length: 3, gives: '432' },
  },
  {
    name: 'from-the-end',
    sentence: 'the rows are counted from the end of the result, not from its beginning',
    predict: ({ keys, offset, length }) => keys.toReversed().slice(offset, offset + length),
    example: { offset: 2, length: 3, gives: '765' },
  },
  {
    name: 'one-row-too-few',
    sentence: 'one row too few comes back: the end lies one row too early',
    predict: ({ keys, offset, length }) => keys.slice(offset, offset + length - 1),
    example: { offset: 2, length: 3, gives: '23' },
  },
  {
    name: 'last-row-missing',
    sentence: 'the last row of the result is missing',
    predict: (window) => rightKeys({ ...window, keys: window.keys.slice(0, -1) }),
    example: { offset: 8, length: 2, gives: '8' },
  },
  {
    // Says nothing about offset 0, which is then no row at all.
    name: 'offset-from-one',
    sentence: 'offset counts from 1: the window begins one row too early',
    predict: ({ keys, offset, length }) =>
      offset === 0 ? undefined : keys.slice(offset - 1, offset - 1 + length),
    example: { offset: 2, length: 3, gives: '123' },
  },
  {
    name: 'first-row-skipped',
    sentence: 'the window begins one row too late',
    predict: ({ keys, offset, length }) => keys.slice(offset + 1, offset + 1 + length),
    example: { offset: 2, length: 3, gives: '345' },
  },
  {
    // As when a header line is cut off that the data source does not send.
    name: 'first-row-missing',
    sentence: 'the first row of the window is missing',
    predict: (window) => rightKeys(window).slice(1),
    example: { offset: 2, length: 3, gives: '34' },
  },
  {
    name: 'no-rows',
    sentence: 'no rows come back, whichever are asked for',
    predict: () => [],
    example: { offset: 2, length: 3, gives: '' },
  },
]
