import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import type { Carrier } from '../carried.ts'
import { NotValid } from '../not-valid.ts'
import type { PagingStyle, ShownPage } from './paging-style.ts'

type Options = Extract<DescribedPaging, { style: 'range-header' }>

interface Range {
  readonly first: number
  readonly last: number
}

/** `Range: items=0-49` asks for rows, both ends included; `Content-Range: items 0-49/1000` tells which came. */
export function rangeHeader({ unit }: Options): PagingStyle {
  return {
    placeholders: [],
    needed: [],
    tellsPlace: true,
    mayBeShort: true,
    facts: { style: 'range', words: { place: 'Range', limit: 'Range' }, next: 'a range' },
    wanted(carrier, most) {
      const text = rangeOf(carrier)
      if (text === undefined) return { offset: 0, limit: most }
      const range = parsed(text, unit)
      if (range === undefined) {
        throw new NotValid(`header 'Range' must be ${unit}=<first>-<last>, not '${text}'`)
      }
      return { offset: range.first, limit: Math.min(range.last - range.first + 1, most) }
    },
    values: () => ({}),
    headers: (page, carrier) =>
      rangeOf(carrier) === undefined ? {} : { 'content-range': `${unit} ${told(page)}` },
    asks: ({ offset, limit }) => [
      { in: 'header', at: 'Range', value: `${unit}=${offset}-${offset + limit - 1}` },
    ],
    read(carrier) {
      const range = parsed(rangeOf(carrier) ?? '', unit)
      if (range === undefined) return { place: 0 }
      return { place: range.first, limit: range.last - range.first + 1 }
    },
  }
}

function rangeOf({ headers }: Carrier): string | undefined {
  const { range } = headers
  return typeof range === 'string' ? range : undefined
}

function parsed(text: string, unit: string): Range | undefined {
  const [, named, from, to] = /^\s*([A-Za-z-]+)\s*=\s*(\d+)-(\d+)\s*$/.exec(text) ?? []
  const [first, last] = [Number(from), Number(to)]
  return named?.toLowerCase() === unit.toLowerCase() && first <= last ? { first, last } : undefined
}

function told({ offset, count, total }: ShownPage): string {
  return count === 0 ? `*/${total}` : `${offset}-${offset + count - 1}/${total}`
}
