import { expect, it } from 'vitest'
import { ConfigFile } from '../../contracts/config-file.ts'

it('names one target', () => {
  const both = { target: { module: './a.ts', command: ['./a'] } }
  expect(ConfigFile.safeParse(both).error?.issues[0]?.message).toMatch(/name one of/)
  expect(ConfigFile.safeParse({ target: { command: ['./a'] } }).success).toBe(true)
})
