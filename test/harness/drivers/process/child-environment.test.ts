import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { childEnvironment } from '../../../../harness/drivers/process/child-environment.ts'
import {
  givenDiverting,
  giveVariables,
} from '../../../../harness/drivers/process/diverting-variables.ts'

const ALWAYS = { PYTHONUTF8: '1', NETRC: devNull }

test("a command sees the user's environment, and Python UTF-8", () => {
  const own = { PATH: '/bin', TEST: 'mine', NODE_ENV: 'test' }
  expect(childEnvironment(own)).toEqual({ ...own, ...ALWAYS })
})

test('the user can have Python otherwise', () => {
  expect(childEnvironment({ PYTHONUTF8: '0' })).toEqual({ ...ALWAYS, PYTHONUTF8: '0' })
})

test('nothing of the test engine reaches a command', () => {
  const engine = {
    VITEST: 'true',
    VITEST_POOL_ID: '1',
    TEST: 'true',
    NODE_ENV: 'test',
    MODE: 'test',
  }
  expect(childEnvironment({ ...engine, PATH: '/bin' })).toEqual({ PATH: '/bin', ...ALWAYS })
  expect(childEnvironment({ ...engine, NODE_ENV: 'production' })).toEqual({
    NODE_ENV: 'production',
    ...ALWAYS,
  })
})

test('what the environment adds and would divert a connector is kept from it', () => {
  const added = {
    ...{ HTTP_PROXY: 'http://proxy', https_proxy: 'http://proxy', ALL_PROXY: 'http://proxy' },
    ...{ NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_OPTIONS: '--use-env-proxy' },
    ...{ SSL_CERT_FILE: '/ca.pem', REQUESTS_CA_BUNDLE: '/ca.pem', PYTHONWARNINGS: 'error' },
    NETRC: '/home/me/.netrc',
  }
  expect(childEnvironment({ ...added, PATH: '/bin' })).toEqual({ PATH: '/bin', ...ALWAYS })
})

test('what its author sets on purpose stays, and what a call adds', () => {
  const own: NodeJS.ProcessEnv = { HTTP_PROXY: 'http://proxy', NETRC: '/home/me/.netrc' }
  giveVariables({ HTTPS_PROXY: 'http://mine' }, own)
  giveVariables({ NETRC: '/its/netrc', TENANT: 'a' }, own)

  expect(childEnvironment(own, { SSL_CERT_FILE: '/call.pem' })).toEqual({
    ...{ HTTPS_PROXY: 'http://mine', NETRC: '/its/netrc', TENANT: 'a' },
    ...{ SSL_CERT_FILE: '/call.pem', PYTHONUTF8: '1' },
  })
  expect(givenDiverting(own)).toEqual(['HTTPS_PROXY', 'NETRC'])
})

test('PYTHONPATH stays, and before a sitecustomize in it comes one that does nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'customized-'))
  try {
    expect(childEnvironment({ PYTHONPATH: folder })['PYTHONPATH']).toBe(folder)
    writeFileSync(join(folder, 'sitecustomize.py'), 'raise SystemExit(9)')
    const path = childEnvironment({ PYTHONPATH: folder })['PYTHONPATH']
    expect(path?.split(delimiter)).toEqual([expect.stringMatching(/process.python.$/), folder])
    const own: NodeJS.ProcessEnv = {}
    giveVariables({ PYTHONPATH: folder }, own)
    expect(childEnvironment(own)['PYTHONPATH']).toBe(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
