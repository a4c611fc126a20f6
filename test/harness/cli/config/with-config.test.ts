import { expect, test } from 'vitest'
import { withConfig } from '../../../../harness/cli/config/with-config.ts'

test('the file stands in for defaults, and the command line goes before the file', () => {
  const options = { seed: 7, strict: false, timeout: 10 }
  const file = { seed: 3, strict: true, runs: 2 }
  expect(withConfig(options, file, (name) => name === 'seed')).toEqual({
    seed: 7,
    strict: true,
    timeout: 10,
    runs: 2,
  })
})
