import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { CHECKS } from '../../../../harness/checks/index.ts'
import { verdicts } from '../../../variants/verdict.ts'

const FROM = fileURLToPath(new URL('../../../broken/', import.meta.url))
const LIFE_6 = CHECKS.filter(({ name }) => name === 'LIFE-6')

it.each([
  ['pagination/page-1-end-inclusive.ts', 'held'],
  ['lifecycle/life-6-rows-remembered-by-window.ts', 'violated'],
])('whoever gives wrong rows of one search alone is not accused: %s', async (specifier, state) => {
  const target = { kind: 'module', specifier, from: FROM } as const
  const [verdict] = await verdicts(target, LIFE_6, { scheme: 'http', runs: 3 })
  expect(verdict?.result.state).toBe(state)
})
