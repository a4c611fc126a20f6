/** What a field of a row holds: objects and lists where the data source's rows hold such. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value }

/** One row, by field name. */
export type Row = Readonly<Record<string, Value>>
