import { describe, expect, it } from 'vitest'
import { inRows } from '../../../harness/text/in-rows.ts'
import { piecesOf, widthOf } from '../../../harness/text/width-of.ts'
import { wrap } from '../../../harness/text/wrap.ts'

describe('the width of a text', () => {
  it.each([
    ['abc', 3, 'letters'],
    ['é', 1, 'a letter with its accent'],
    ['e\u0301', 1, 'a letter and an accent that combines with it'],
    ['日本語', 6, 'wide characters'],
    ['ｆｕｌｌ', 8, 'full-width letters'],
    ['한국', 4, 'syllables'],
    ['क्षि', 1, 'a cluster of several code points'],
    ['👩‍👩‍👧', 2, 'a picture made of several'],
    ['✗ ✓ – …', 7, 'the marks of a report'],
    ['a\u200bb', 2, 'a space of no width'],
  ])('of %s is %i: %s', (text, columns) => {
    expect(widthOf(text)).toBe(columns)
  })

  it('is what lines are broken by', () => {
    const word = '日'.repeat(20)
    expect(wrap(`${word} ${word} ${word}`, 2)).toBe(`  ${word} ${word}\n  ${word}`)
    const accented = 'e\u0301'.repeat(20)
    expect(wrap(`${accented} ${accented} ${accented} ${accented}`, 2)).not.toContain('\n')
  })

  it('is what a long word is divided by, never within a character', () => {
    expect(piecesOf('日本語', 4)).toEqual(['日本', '語'])
    expect(piecesOf('e\u0301e\u0301e\u0301', 2)).toEqual(['e\u0301e\u0301', 'e\u0301'])
    expect(piecesOf('👩‍👩‍👧👩‍👩‍👧', 3)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧'])
  })

  it('says how many items stand side by side, colours aside', () => {
    const red = '\u001b[31mred\u001b[39m'
    expect(inRows([red, red, red], 8)).toEqual([`${red}  ${red}`, red])
    expect(inRows(['a', 'b', 'c'], 80, { most: 2 })).toEqual(['a  b', 'c'])
  })
})
