import type { DataSource } from '../../contracts/data-source/data-source.ts'

/** A function that makes its value once for each data source: the very same one each time it is asked. */
export function perSource<Value extends object>(
  make: (source: DataSource) => Value,
): (source: DataSource) => Value {
  const made = new WeakMap<DataSource, Value>()
  return (source) => {
    const value = made.get(source) ?? make(source)
    made.set(source, value)
    return value
  }
}
