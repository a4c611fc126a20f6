import { describe, expect, it } from 'vitest'
import { onSuccess, type Success } from '../../variants/edit-answers.ts'
import { variantOf } from '../../variants/variant.ts'
import { explanationOf } from './explained.ts'

/** What a call was asked for, and where the metadata that it was given says that the one before ended. */
interface Continued {
  readonly offset: number
  readonly length: number
  readonly at: number
  readonly began: number
}

/** A connector whose metadata is a place; where it continues from there is up to a test. */
const continuing = (start: (continued: Continued) => number) =>
  variantOf((correct) => ({
    async results(id, offset, length, metadata) {
      const given = metadata as { at: number; began: number } | undefined
      const asked = { offset: Number(offset), length: Number(length) }
      const began = given === undefined ? asked.offset : start({ ...given, ...asked })
      const answer = (await correct.results(id, began, length)) as Success
      if (!answer.success || answer.metadata === undefined) return answer
      return { ...answer, metadata: { at: began + asked.length, began } }
    },
  }))

const KNOWN: readonly (readonly [string, (continued: Continued) => number])[] = [
  [
    'the metadata is ignored: the rows are those that offset and length say',
    ({ offset }) => offset,
  ],
  ['the metadata leads back to where the call began that returned it', ({ began }) => began],
  ['the metadata leads to the beginning of the result', () => 0],
  ['offset is added to where the metadata continues', ({ at, offset }) => at + offset],
  ['the metadata continues one row too late', ({ at }) => at + 1],
  ['the metadata continues one row too early: the last row comes back again', ({ at }) => at - 1],
]

const ALIKE: readonly (readonly [string, (continued: Continued) => number])[] = [
  ['two rows too late', ({ at }) => at + 2],
  ['in the middle of its own call', ({ at, began }) => Math.floor((at + began) / 2)],
  ['at offset where that lies behind', ({ at, offset }) => Math.max(at, offset)],
]

describe('a wrong continuation', () => {
  it.each(KNOWN)('is explained: %s', async (sentence, start) => {
    expect(await explanationOf(continuing(start), 'PAGE-6')).toEqual([sentence])
  })

  it('is explained where it has no end', async () => {
    const connector = variantOf((correct) => ({
      results: onSuccess(correct.results, async (answer, id) => {
        const start = (await correct.results(id, 0, 0)) as Success
        return { ...answer, metadata: answer.metadata ?? start.metadata }
      }),
    }))
    expect(await explanationOf(connector, 'PAGE-6')).toEqual([
      'the metadata at the end of the result leads back to its beginning',
    ])
  })

  it.each(ALIKE)('is left unexplained where nothing known fits: %s', async (_, start) => {
    expect(await explanationOf(continuing(start), 'PAGE-6')).toEqual([])
  })
})
