import fc from 'fast-check'

/** A result read in consecutive windows of these lengths, which cover at least all of it. */
export interface PartitionCase {
  readonly rows: number
  readonly pageSize: number
  /** The windows' lengths, each at least 1; the last is repeated until the result is covered. */
  readonly lengths: readonly number[]
}

/** Any way to read a result in consecutive windows, against any page size of the data source. */
export const partitionCase: fc.Arbitrary<PartitionCase> = fc.record({
  rows: fc.nat({ max: 24 }),
  pageSize: fc.integer({ min: 1, max: 10 }),
  lengths: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
})

/** The consecutive windows of a partition. */
export function windowsOf({
  rows,
  lengths,
}: PartitionCase): readonly { readonly offset: number; readonly length: number }[] {
  const windows: { offset: number; length: number }[] = []
  let offset = 0
  for (let turn = 0; offset < rows || turn === 0; turn += 1) {
    const length = lengths[Math.min(turn, lengths.length - 1)] ?? 1
    windows.push({ offset, length })
    offset += length
  }
  return windows
}
