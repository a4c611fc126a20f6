import { afterEach, expect, test } from 'vitest'
import { openDriver } from '../../../harness/drivers/open-driver.ts'
import { giveVariables } from '../../../harness/drivers/process/diverting-variables.ts'
import type { Target } from '../../../harness/drivers/target.ts'
import { aCall } from './fixtures/a-call.ts'
import { STAND_IN } from './stix-shifter/open-stand-in.ts'

const before = { ...process.env }
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})

/** Answer with the proxies that a request of theirs would take. */
const ASKS_PYTHON = 'import urllib.request; print(urllib.request.getproxies())'
const WAYS: Readonly<
  Record<string, { readonly target: Target; readonly method: 'ping' | 'query' }>
> = {
  'a command in Python': {
    target: { kind: 'command', prefix: ['python3', '-c', ASKS_PYTHON], cwd: '/' },
    method: 'ping',
  },
  'a module in JavaScript': {
    target: {
      kind: 'module',
      specifier: './odd-connector.ts',
      from: new URL('./fixtures', import.meta.url).pathname,
    },
    method: 'query',
  },
  'a module of stix-shifter': {
    target: {
      kind: 'stix-shifter',
      checkout: STAND_IN,
      module: 'odd',
      python: 'python3',
      from: '/',
    },
    method: 'query',
  },
}

async function proxiesOf(way: string): Promise<unknown> {
  const { target, method } = WAYS[way] ?? {}
  if (target === undefined || method === undefined) throw new Error(way)
  const driver = await openDriver(target)
  try {
    const result = await driver.call(
      aCall({ method, arguments: method === 'ping' ? [] : ['see its proxies'] }),
    )
    return result.kind === 'answered' ? result.value : result
  } finally {
    await driver.close()
  }
}

test.each(Object.keys(WAYS))('%s is not behind a proxy that the environment names', async (way) => {
  process.env['HTTP_PROXY'] = 'http://127.0.0.1:1'
  process.env['https_proxy'] = 'http://127.0.0.1:1'
  expect(await proxiesOf(way)).toEqual({})
})

test('it is behind one that its author names', async () => {
  process.env['HTTP_PROXY'] = 'http://127.0.0.1:1'
  giveVariables({ HTTPS_PROXY: 'http://127.0.0.1:2' })
  expect(await proxiesOf('a command in Python')).toEqual({ https: 'http://127.0.0.1:2' })
})
