import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pageScript } from '../../../../scripts/page-script.ts'

it('the script of the page is what its source comes to; else run `node scripts/write-page-script.ts`', async () => {
  const written = new URL('../../../../harness/report/html/page.js', import.meta.url)
  expect(readFileSync(written, 'utf8')).toBe(await pageScript())
})
