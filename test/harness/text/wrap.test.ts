import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrap, wrapValue } from '../../../harness/text/wrap.ts'

const COLUMNS = 96
const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1 })
const indent = fc.nat({ max: 20 })

describe('wrap', () => {
  it('breaks at spaces, and indents every line', () => {
    const word = 'x'.repeat(40)
    expect(wrap(`${word} ${word} ${word}`, 2)).toBe(`  ${word} ${word}\n  ${word}`)
  })

  it('leaves a word that is longer than a line whole, for it may be there to be copied', () => {
    const long = 'y'.repeat(200)
    expect(wrap(`a ${long} b`, 4)).toBe(`    a\n    ${long}\n    b`)
  })

  it('fills a line to its last column, and no further', () => {
    const word = 'x'.repeat(40)
    expect(wrap(`${word} ${'y'.repeat(COLUMNS - 43)}`, 2)).not.toContain('\n')
    expect(wrap(`${word} ${'y'.repeat(COLUMNS - 42)}`, 2)).toContain('\n')
  })

  it('loses no word, and no line is too long', () => {
    fc.assert(
      fc.property(words, indent, (all, by) => {
        const lines = wrap(all.join(' '), by).split('\n')
        expect(lines.every((line) => line.length <= COLUMNS)).toBe(true)
        expect(lines.every((line) => line.startsWith(' '.repeat(by)))).toBe(true)
        expect(lines.flatMap((line) => line.trim().split(' '))).toEqual(all)
      }),
    )
  })

  it('puts as many words on a line as fit', () => {
    fc.assert(
      fc.property(words, indent, (all, by) => {
        const lines = wrap(all.join(' '), by).split('\n')
        for (const [index, line] of lines.slice(1).entries()) {
          const first = line.trim().split(' ')[0] ?? ''
          expect(`${lines[index]} ${first}`.length).toBeGreaterThan(COLUMNS)
        }
      }),
    )
  })
})

describe('wrapValue', () => {
  it('does the same behind a label', () => {
    const word = 'x'.repeat(50)
    expect(wrapValue(`${word} ${word}`, 14)).toBe(`${word}\n${' '.repeat(14)}${word}`)
  })
})
