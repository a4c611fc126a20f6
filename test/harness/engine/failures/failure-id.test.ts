import { describe, expect, it } from 'vitest'
import type { Target } from '../../../../harness/drivers/target.ts'
import { failureId } from '../../../../harness/engine/failures/failure-id.ts'

const MODULE: Target = { kind: 'module', specifier: './mine.ts', from: '/home/me' }
const CASE = { rows: 2, offset: 0 }

describe("a failure's id", () => {
  it('is short, and the same for the same failure', () => {
    expect(failureId(MODULE, 'PAGE-1', CASE)).toMatch(/^[0-9a-f]{8}$/)
    expect(failureId({ ...MODULE }, 'PAGE-1', { ...CASE })).toBe(failureId(MODULE, 'PAGE-1', CASE))
  })

  it('is the same wherever the connector lies, so that it can be talked about', () => {
    const moved: Target = { ...MODULE, from: '/builds/42' }
    const idIn = (target: Target, folder: string) =>
      failureId(target, 'PAGE-1', CASE, undefined, undefined, folder)
    expect(idIn(moved, '/builds/42')).toBe(idIn(MODULE, '/home/me'))
    expect(idIn(moved, '/builds')).not.toBe(idIn(moved, '/builds/42'))
  })

  it('tells apart two of one repository that are called alike, in whichever place that is', () => {
    const idIn = (root: string, from: string) =>
      failureId({ ...MODULE, from: root + from }, 'PAGE-1', CASE, undefined, undefined, root)
    expect(idIn('/home/me', '/packages/a')).not.toBe(idIn('/home/me', '/packages/b'))
    expect(idIn('/home/me', '/packages/a')).toBe(idIn('/builds/42', '/packages/a'))
  })

  it('is another one for another target, check or case', () => {
    const command: Target = { kind: 'command', prefix: ['./mine.ts'], cwd: '/home/me' }
    const ids = [
      failureId(MODULE, 'PAGE-1', CASE),
      failureId({ ...MODULE, specifier: './other.ts' }, 'PAGE-1', CASE),
      failureId(command, 'PAGE-1', CASE),
      failureId({ ...command, prefix: ['./mine.ts', 'transmit'] }, 'PAGE-1', CASE),
      failureId(MODULE, 'PAGE-1 fields', CASE),
      failureId(MODULE, 'PAGE-1', { ...CASE, offset: 1 }),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })
})
