/** What a field of a row holds. A table is flat: no value is an object or an array. */
export type Value = string | number | boolean | null

/** One row, by field name. */
export type Row = Readonly<Record<string, Value>>
