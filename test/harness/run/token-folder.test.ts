import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { TokenFolder } from '../../../harness/run/token-folder.ts'

it('vitest finds a home that it can write to while it starts, and its workers the user’s own', () => {
  const before = { ...process.env }
  const token = new TokenFolder()
  const [folder = '', ...others] = Object.keys(process.env)
    .filter((name) => process.env[name] !== before[name])
    .map((name) => process.env[name])
  expect(others).toEqual([])
  expect(existsSync(folder)).toBe(true)
  token.onInit()
  expect(process.env).toEqual(before)
  token.close()
  expect(process.env).toEqual(before)
  expect(existsSync(folder)).toBe(false)
})
