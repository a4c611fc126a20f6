import { expect, it } from 'vitest'
import * as z from 'zod'
import { ConfigFile } from '../../contracts/config-file.ts'

it('has a JSON Schema, for editors and other languages, that says the same (vitest -u writes it)', async () => {
  const schema = z.toJSONSchema(ConfigFile, { io: 'input' })
  const titled = { ...schema, title: 'connector-contract.config' }
  await expect(`${JSON.stringify(titled, null, 2)}\n`).toMatchFileSnapshot(
    '../../contracts/schemas/config.schema.json',
  )
})

it('names one target', () => {
  const both = { target: { module: './a.ts', command: ['./a'] } }
  expect(ConfigFile.safeParse(both).error?.issues[0]?.message).toMatch(/name one of/)
  expect(ConfigFile.safeParse({ target: { command: ['./a'] } }).success).toBe(true)
})
