import type { Way } from '../way.ts'

/** A way to write a value down as a body, and to read it. Each is a file of this folder. */
export interface BodyFormat {
  /** The media type under which it is sent. */
  readonly type: string
  /** Those under which it is taken, without parameters. */
  readonly types: readonly string[]
  /** How what is no JSON is written: every value as a text, rows as lines. */
  readonly written?: 'texts' | 'lines'
  /** A body as a value; undefined where it has not this form. `rowsAt`: where a list stands, also of one or none. */
  read(text: string, rowsAt?: RowsAt): unknown
  write(value: unknown, rowsAt?: RowsAt): string
  /** What a body holds that has a member of this name, so that most need not be read. */
  trace(name: string): string
  /** What keeps a value from being written so, and where in it. */
  problem(value: unknown): { readonly way: Way; readonly found: string } | undefined
  /** Bodies that no client expects; `name` is that of a member. */
  readonly odd: {
    /** A body that ends within the first row; absent where that could be a whole one. */
    cutShort?(value: unknown, rowsAt: RowsAt): string
    readonly nonAscii: string
    /** Up to within a text that goes on and on. */
    endless(name: string): string
  }
}

/** The place of the rows of a page, and how many elements of the body's own list come after them. */
export interface RowsAt {
  readonly way: Way
  readonly after: number
}
