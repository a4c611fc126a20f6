import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { AskedWindow } from '../../../harness/explain/asked-window.ts'
import { rightKeys } from '../../../harness/explain/asked-window.ts'
import { CONTINUATIONS } from '../../../harness/explain/continuations.ts'
import { FORMULAS } from '../../../harness/explain/formulas.ts'
import { WINDOWS_THAT_TELL } from '../../../harness/explain/telling-windows.ts'

const windows = WINDOWS_THAT_TELL.map(({ rows, pageSize, offset, length }): AskedWindow => {
  const keys = Array.from({ length: rows }, (_, index) => `row ${index}`)
  return { keys, pageSize, offset, length, asked: { offset, length } }
})

describe('the windows that tell explanations apart', () => {
  it.each(FORMULAS.map((formula) => [formula.sentence, formula] as const))(
    'tell "%s" from the right rows and from every other formula',
    (_, formula) => {
      const foretold = windows.map(formula.predict)
      expect(foretold).not.toEqual(windows.map(rightKeys))
      for (const other of FORMULAS.filter(({ sentence }) => sentence !== formula.sentence)) {
        const same = windows.every((window, index) => {
          const theirs = other.predict(window)
          return theirs === undefined || isDeepStrictEqual(theirs, foretold[index] ?? theirs)
        })
        expect(same ? other.sentence : 'none').toBe('none')
      }
    },
  )

  it('tell every wrong continuation from every other', () => {
    const foretold = CONTINUATIONS.map(({ predict }) =>
      JSON.stringify(
        windows.map(({ offset, length, ...window }) =>
          predict({
            ...window,
            offset: 11,
            length: 3,
            continuesAt: offset + length,
            before: { offset, length },
          }),
        ),
      ),
    )
    expect(new Set(foretold).size).toBe(CONTINUATIONS.length)
  })
})
