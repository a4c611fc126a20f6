import { expect, it } from 'vitest'
import { IMPOSSIBLE_WINDOWS } from '../../../../harness/kit/arbitraries/impossible-window.ts'

it('no impossible window is one that PAGE-4 lets a connector read as a count', () => {
  for (const { value } of IMPOSSIBLE_WINDOWS) expect(String(value)).not.toMatch(/^\s*[+]?\d+\s*$/)
  expect(new Set(IMPOSSIBLE_WINDOWS.map(({ side }) => side))).toEqual(new Set(['offset', 'length']))
})
