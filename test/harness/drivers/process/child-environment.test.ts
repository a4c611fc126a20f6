import { expect, test } from 'vitest'
import { childEnvironment } from '../../../../harness/drivers/process/child-environment.ts'

test("a command sees the user's environment, and Python UTF-8", () => {
  const own = { PATH: '/bin', TEST: 'mine', NODE_ENV: 'test' }
  expect(childEnvironment(own)).toEqual({ ...own, PYTHONUTF8: '1' })
})

test('the user can have Python otherwise', () => {
  expect(childEnvironment({ PYTHONUTF8: '0' })).toEqual({ PYTHONUTF8: '0' })
})

test('nothing of the test engine reaches a command', () => {
  const engine = {
    VITEST: 'true',
    VITEST_POOL_ID: '1',
    TEST: 'true',
    NODE_ENV: 'test',
    MODE: 'test',
  }
  expect(childEnvironment({ ...engine, PATH: '/bin' })).toEqual({ PATH: '/bin', PYTHONUTF8: '1' })
  expect(childEnvironment({ ...engine, NODE_ENV: 'production' })).toEqual({
    NODE_ENV: 'production',
    PYTHONUTF8: '1',
  })
})
