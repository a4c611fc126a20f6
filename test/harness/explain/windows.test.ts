import { describe, expect, it } from 'vitest'
import { pickRows } from '../../variants/pick-rows.ts'
import { variantOf } from '../../variants/variant.ts'
import { explanationOf } from './explained.ts'

type Pick = Parameters<typeof pickRows>[1]

/** The correct connector, but for which rows of the whole result it gives. */
const picking = (pick: Pick) => variantOf((correct) => ({ results: pickRows(correct, pick) }))

const KNOWN: readonly (readonly [string, Pick])[] = [
  [
    'rows returned are [offset:length] of the result: length is taken as the end',
    (rows, offset, length) => rows.slice(offset, length),
  ],
  [
    'the end is inclusive: one row too many comes back',
    (rows, offset, length) => rows.slice(offset, offset + length + 1),
  ],
  [
    'offset and length were concatenated as text, and taken as the end',
    (rows, offset, length) => rows.slice(offset, Number(`${offset}${length}`)),
  ],
  [
    'offset and length were concatenated as text, and taken as the number of rows',
    (rows, offset, length) => rows.slice(offset, offset + Number(`${offset}${length}`)),
  ],
  [
    'as many rows as offset + length came back: the end is taken as the number of rows',
    (rows, offset, length) => rows.slice(offset).slice(0, offset + length),
  ],
  [
    'offset is ignored: the rows are those from the beginning of the result',
    (rows, _, length) => rows.slice(0, length),
  ],
  ['length is ignored: everything from offset on came back', (rows, offset) => rows.slice(offset)],
  ['offset and length are ignored: the whole result came back', (rows) => rows],
  [
    'offset was applied twice: the rows begin at 2 × offset',
    (rows, offset, length) => rows.slice(offset).slice(offset, offset + length),
  ],
  [
    'offset was applied twice: to the result, and again to the window cut from it',
    (rows, offset, length) => rows.slice(offset, offset + length).slice(offset),
  ],
  [
    'offset was rounded down to a multiple of length',
    (rows, offset, length) => rows.slice(offset - (offset % length)).slice(0, length),
  ],
  [
    'offset is taken as the number of a page of length rows',
    (rows, offset, length) => rows.slice(offset * length, (offset + 1) * length),
  ],
  [
    'the rows are in reverse order',
    (rows, offset, length) => rows.slice(offset, offset + length).toReversed(),
  ],
  [
    'the rows are counted from the end of the result, not from its beginning',
    (rows, offset, length) => rows.toReversed().slice(offset, offset + length),
  ],
  [
    'one row too few comes back: the end lies one row too early',
    (rows, offset, length) => rows.slice(offset, offset + length - 1),
  ],
  [
    'the last row of the result is missing',
    (rows, offset, length) => rows.slice(0, -1).slice(offset, offset + length),
  ],
  [
    'offset counts from 1: the window begins one row too early',
    (rows, offset, length) => rows.slice(Math.max(0, offset - 1)).slice(0, length),
  ],
  [
    'the window begins one row too late',
    (rows, offset, length) => rows.slice(offset + 1, offset + 1 + length),
  ],
  [
    'the first row of the window is missing',
    (rows, offset, length) => rows.slice(offset, offset + length).slice(1),
  ],
  ['no rows come back, whichever are asked for', () => []],
  [
    'no more than 20 rows come back in one call',
    (rows, offset, length) => rows.slice(offset, offset + Math.min(length, 20)),
  ],
]

/** Each is like one of those above, often enough right or wrong in the same way, and yet another defect. */
const ALIKE: readonly (readonly [string, Pick])[] = [
  [
    'the end is taken for the length, but for one row',
    (rows, offset, length) => rows.slice(offset, length + 1),
  ],
  [
    'two rows too many come back',
    (rows, offset, length) => rows.slice(offset, offset + length + 2),
  ],
  [
    'the end is inclusive in windows of more than one row',
    (rows, offset, length) => rows.slice(offset, offset + length + (length > 2 ? 1 : 0)),
  ],
  [
    'offset is ignored in small results alone',
    (rows, offset, length) => rows.slice(rows.length < 4 ? 0 : offset).slice(0, length),
  ],
  [
    'length is ignored at the beginning alone',
    (rows, offset, length) =>
      offset < 3 ? rows.slice(offset) : rows.slice(offset, offset + length),
  ],
  [
    'offset is applied twice as far as it is even',
    (rows, offset, length) => rows.slice(offset + (offset & ~1)).slice(0, length),
  ],
  ['offset is squared', (rows, offset, length) => rows.slice(offset * offset).slice(0, length)],
  [
    'the rows are sorted by host',
    (rows, offset, length) =>
      rows
        .toSorted((a, b) => (String(a['hostname']) < String(b['hostname']) ? -1 : 1))
        .slice(offset, offset + length),
  ],
  [
    'the first half of the window is reversed',
    (rows, offset, length) => {
      const window = rows.slice(offset, offset + length)
      const half = Math.ceil(window.length / 2)
      return [...window.slice(0, half).toReversed(), ...window.slice(half)]
    },
  ],
  [
    'rows without an address are left out',
    (rows, offset, length) =>
      rows.slice(offset, offset + length).filter((row) => row['ipaddress'] !== null),
  ],
  [
    'the middle row of the window is missing',
    (rows, offset, length) => {
      const window = rows.slice(offset, offset + length)
      return window.filter((_, index) => index !== Math.floor(window.length / 2))
    },
  ],
  [
    'the first row of the window comes twice',
    (rows, offset, length) => {
      const window = rows.slice(offset, offset + length)
      return [...window.slice(0, 1), ...window].slice(0, length)
    },
  ],
  [
    'no more than 17 rows come back',
    (rows, offset, length) => rows.slice(offset, offset + Math.min(length, 17)),
  ],
  [
    'offset counts from 1 in even places alone',
    (rows, offset, length) => rows.slice(offset % 2 === 0 ? offset : offset - 1).slice(0, length),
  ],
  [
    'no rows come back behind the tenth',
    (rows, offset, length) => rows.slice(0, 10).slice(offset, offset + length),
  ],
]

describe('wrong rows', () => {
  it.each(KNOWN)('are explained: %s', async (sentence, pick) => {
    expect(await explanationOf(picking(pick), 'PAGE-1')).toEqual([sentence])
  })

  it.each(ALIKE)('are left unexplained where no formula fits: %s', async (_, pick) => {
    expect(await explanationOf(picking(pick), 'PAGE-1')).toEqual([])
  })

  it('are explained over several windows too', async () => {
    const connector = picking((rows, offset, length) => rows.slice(offset, length))
    expect(await explanationOf(connector, 'PAGE-2')).toEqual([
      'rows returned are [offset:length] of the result: length is taken as the end',
    ])
  })

  it('are explained where they are wrong for texts alone', async () => {
    const connector = variantOf((correct) => ({
      results: (id, offset, length) =>
        typeof offset === 'string'
          ? pickRows(correct, (rows) => rows.slice(+offset, Number(`${offset}${length}`)))(
              id,
              offset,
              length,
            )
          : correct.results(id, offset, length),
    }))
    expect(await explanationOf(connector, 'PAGE-4')).toEqual([
      'offset and length were concatenated as text, and taken as the end',
    ])
  })
})
