import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OutputHead } from '../../../../harness/drivers/output-head.ts'
import { OutputTail } from '../../../../harness/drivers/output-tail.ts'
import { MarkedOutput } from '../../../../harness/drivers/stix-shifter/marked-output.ts'

const MARK = '0123456789abcdef'
const NEXT_MARK = 'fedcba9876543210'
const unlimited = () => new OutputHead(1_000_000)

/** Pushes text in chunks that end at these places. */
function pushInChunks(output: MarkedOutput, text: string, cuts: readonly number[]): void {
  const bytes = Buffer.from(text)
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), 0, bytes.length]
  const sorted = places.toSorted((one, other) => one - other)
  for (const [index, from] of sorted.entries()) {
    output.push(Buffer.from(bytes.subarray(from, sorted[index + 1] ?? bytes.length)))
  }
}

describe('what a call wrote', () => {
  test('is what came before its mark, however it was cut on its way', async () => {
    const call = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\uFEFF'))
    await fc.assert(
      fc.asyncProperty(call, call, fc.array(fc.nat()), async (first, second, cuts) => {
        const output = new MarkedOutput(unlimited)
        const wrote = output.until(MARK)
        pushInChunks(output, first + MARK, cuts)
        expect(await wrote).toBe(first)
        const wroteNext = output.until(NEXT_MARK)
        pushInChunks(output, second + NEXT_MARK, cuts)
        expect(await wroteNext).toBe(second)
      }),
    )
  })

  test('holds what only looks like the beginning of a mark', async () => {
    const output = new MarkedOutput(unlimited)
    const wrote = output.until(MARK)
    output.push(Buffer.from('0123 01234567'))
    output.push(Buffer.from(`0123456${MARK}`))
    expect(await wrote).toBe('0123 012345670123456')
  })

  test('begins with what came since the call before', async () => {
    const output = new MarkedOutput(unlimited)
    const wrote = output.until(MARK)
    output.push(Buffer.from(`one${MARK}late`))
    expect(await wrote).toBe('one')
    output.push(Buffer.from('r, '))
    const wroteNext = output.until(NEXT_MARK)
    output.push(Buffer.from(`two${NEXT_MARK}`))
    expect(await wroteNext).toBe('later, two')
  })

  test('is all that there is where no mark comes', () => {
    const output = new MarkedOutput(() => new OutputTail(1_000))
    void output.until(MARK)
    output.push(Buffer.from('it crashed 0123'))
    expect(output.rest()).toBe('it crashed 0123')
  })
})

test('more than is kept is seen, and the next call begins anew', async () => {
  const output = new MarkedOutput(() => new OutputHead(3))
  const wrote = output.until(MARK)
  output.push(Buffer.from('four, and what may be a mark'))
  expect(output.isFull).toBe(true)
  output.push(Buffer.from(MARK))
  expect(await wrote).toBe('fou')
  expect(output.isFull).toBe(false)
})
