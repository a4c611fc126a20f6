import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { mockPage } from '../../../scripts/mock-page.ts'

it('the page is what its sources come to; else run `node scripts/write-mock-page.ts`', async () => {
  const written = (file: string) =>
    readFileSync(new URL(`../../../mock-datasource/ui/${file}`, import.meta.url), 'utf8')
  const { script, style } = await mockPage()
  expect(written('page.js')).toBe(script)
  expect(written('page.css')).toBe(style)
})
