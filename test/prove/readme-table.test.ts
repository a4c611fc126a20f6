import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { README, readmeWithTable } from './readme-table.ts'

it("README's table of the proof is that of the broken connectors as they are (else: node test/prove/write-readme-table.ts)", async () => {
  expect(readFileSync(README, 'utf8')).toBe(await readmeWithTable())
})
