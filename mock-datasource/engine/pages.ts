import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Selections } from './selections.ts'
import type { Selection, Selector } from './selector.ts'
import type { Source } from './source.ts'

const BYTES_KEPT = 8 * 1024 * 1024
const REQUESTS_REMEMBERED = 1_000
/** Rows that are written before others get their turn: some milliseconds' worth. */
const ROWS_PER_SLICE = 2_000

/** Part of a result. */
export interface Page {
  /** The rows as a JSON array, in UTF-8. */
  readonly json: Buffer
  readonly count: number
  /** Of the whole result. */
  readonly total: number
}

const NO_ROWS = Buffer.from('[]')

/**
 * Pages of results, written as JSON. Those that are read again are kept, within a bound. Most are read
 * once: keeping those too would only have them grow old before they are let go, which memory outside the
 * heap is slow to be freed after.
 */
export class Pages {
  readonly #selections: Selections
  readonly #kept = new LRUCache<string, Page>({
    maxSize: BYTES_KEPT,
    sizeCalculation: (page, key) => page.json.length + key.length * 2 + 200,
  })

  /** Made when a page is first read: it has room for all it may remember from the start. */
  #read: LRUCache<string, true> | undefined

  constructor(selections: Selections) {
    this.#selections = selections
  }

  /** `offset` may lie past the end: then the page is empty. */
  read(
    source: Source,
    text: string,
    selector: Selector,
    window: { offset: number; limit: number },
  ): Page | Promise<Page> {
    const key = `${source.serial}:${window.offset}:${window.limit}:${text}`
    const known = this.#kept.get(key)
    if (known) return known
    const selection = this.#selections.of(source, text, selector)
    const keep = (page: Page) => {
      this.#read ??= new LRUCache<string, true>({ max: REQUESTS_REMEMBERED })
      if (this.#read.has(key)) this.#kept.set(key, page)
      else this.#read.set(key, true)
      return page
    }
    const write = (ready: Selection) => {
      const page = written(source, ready, selector, window)
      return page instanceof Promise ? page.then(keep) : keep(page)
    }
    return selection instanceof Promise ? selection.then(write) : write(selection)
  }
}

function written(
  { dataSet }: Source,
  selection: Selection,
  selector: Selector,
  { offset, limit }: { offset: number; limit: number },
): Page | Promise<Page> {
  const { total } = selection
  const end = Math.min(offset + limit, total)
  if (end <= offset) return { json: NO_ROWS, count: 0, total }
  const ready = selector.whole ? dataSet.json : undefined
  const textOf = ready ?? ((index) => JSON.stringify(selector.project(dataSet.row(index))))
  const write = (from: number, to: number) => {
    const texts: string[] = []
    for (let position = from; position < to; position += 1) {
      texts.push(textOf(selection.indexAt(position)))
    }
    const [open, close] = [from === offset ? '[' : ',', to === end ? ']' : '']
    return Buffer.from(`${open}${texts.join(',')}${close}`, ready ? 'latin1' : 'utf8')
  }
  const pageOf = (json: Buffer) => ({ json, count: end - offset, total })
  if (end - offset <= ROWS_PER_SLICE) return pageOf(write(offset, end))
  return inSlices(write, offset, end).then(pageOf)
}

/** Others get their turn between slices. */
async function inSlices(
  write: (from: number, to: number) => Buffer,
  first: number,
  end: number,
): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let from = first; from < end; from += ROWS_PER_SLICE) {
    if (from > first) await setImmediate()
    pieces.push(write(from, Math.min(from + ROWS_PER_SLICE, end)))
  }
  return Buffer.concat(pieces)
}
