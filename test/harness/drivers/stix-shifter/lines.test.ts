import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Lines } from '../../../../harness/drivers/stix-shifter/lines.ts'

test('lines come out as they were written, wherever the chunks end', () => {
  const line = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n'))
  fc.assert(
    fc.property(fc.array(line), fc.integer({ min: 1, max: 9 }), (written, size) => {
      const bytes = Buffer.from(written.map((text) => `${text}\n`).join(''))
      const lines = new Lines(1_000_000)
      const read: string[] = []
      for (let at = 0; at < bytes.length; at += size) {
        read.push(...lines.push(bytes.subarray(at, at + size)))
      }
      expect(read).toEqual(written)
      expect(lines.isTooLong).toBe(false)
    }),
  )
})

test('a line without an end is seen before it takes up the memory', () => {
  const lines = new Lines(10)
  expect(lines.push(Buffer.from('0123456789'))).toEqual([])
  expect(lines.isTooLong).toBe(false)
  lines.push(Buffer.from('0'))
  expect(lines.isTooLong).toBe(true)
})
