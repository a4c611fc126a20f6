import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { toolName } from '../../../harness/run/tool-name.ts'

it('the tool is named with the version of its package', () => {
  const { name, version } = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  )
  expect(toolName()).toBe(`${name} ${version}`)
})
