import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { FailureStore } from '../../../../harness/engine/failures/failure-store.ts'
import { madeFailure } from '../../../support/made-failure.ts'

async function makeStore() {
  const folder = await mkdtemp(join(tmpdir(), 'failure-store-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const failures = join(folder, '.connector-contract', 'failures')
  await mkdir(failures, { recursive: true })
  return { store: new FailureStore(folder), folder, failures }
}

describe('the failures that are kept', () => {
  it('come back as they were, whatever JSON can hold', async () => {
    const { store } = await makeStore()
    const hostile = JSON.parse(
      '{"__proto__":{"a":1},"constructor":null,"text":"\\ud800 \\u0000\\u2028"}',
    )
    const failure = madeFailure({ counterexample: hostile })
    await store.write(failure)
    expect(await store.read()).toEqual({ failures: [failure], warning: undefined })
  })

  it('hold no secret that a user gives, and have it again where it is given again', async () => {
    const { folder, failures } = await makeStore()
    const secret = { name: 'env.API_KEY', value: 'K3y&"1', isNamed: true }
    const failure = madeFailure({
      actual: 'refused: <env.API_KEY>',
      target: { kind: 'command', prefix: ['sh', `--key=${secret.value}`] },
      latestCall: {
        ...{ method: 'query', arguments: [`"${encodeURIComponent(secret.value)}"`] },
        ...{ change: {}, elsewhere: false },
      },
    })
    const store = new FailureStore(folder, [secret])
    await store.write({ ...failure, actual: `refused: ${secret.value}` })
    expect(await readFile(join(failures, '1a2b3c4d.json'), 'utf8')).not.toMatch(/K3y(&|%26)/)
    expect(await store.read()).toEqual({ failures: [failure], warning: undefined })
    const [without] = (await new FailureStore(folder).read()).failures
    expect(without?.target).toMatchObject({ prefix: ['sh', '--key={{secret env.API_KEY, plain}}'] })
  })

  it('are foreign where this machine has not written them, or they were changed since', async () => {
    const { store, failures } = await makeStore()
    await store.write(madeFailure())
    expect((await store.read()).foreign).toBeUndefined()
    const path = join(failures, '1a2b3c4d.json')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('"specifier": "', '"specifier": "./other/'))
    expect((await store.read()).foreign).toEqual(new Set(['1a2b3c4d']))
    const { signature: _, ...unsigned } = JSON.parse(text)
    await writeFile(path, JSON.stringify(unsigned))
    expect((await store.read()).foreign).toEqual(new Set(['1a2b3c4d']))
  })

  it.each([
    ['a link that leads out of the folder', (path: string) => symlink('/etc/hostname', path)],
    ['a folder', (path: string) => mkdir(path)],
    ['a pipe', (path: string) => promisify(execFile)('mkfifo', [path])],
    ['a device', (path: string) => symlink('/dev/zero', path)],
    ['a link to itself', (path: string) => symlink(path, path)],
  ])('are none of what is %s', async (_, make) => {
    const { store, failures } = await makeStore()
    await make(join(failures, '1a2b3c4d.json'))
    const { failures: read, warning } = await store.read()
    expect(read).toEqual([])
    expect(warning).toMatch(/^in .*passed over: 1a2b3c4d\.json \(.*\)$/)
  })

  it('of version 1 are of the one data source that there was then', async () => {
    const { store, failures } = await makeStore()
    const { data_source: _, ...rest } = madeFailure()
    const call = { method: 'ping', arguments: [], elsewhere: false } as const
    const first = { ...rest, version: 1, latestCall: { ...call, change: { password: 'x' } } }
    await writeFile(join(failures, '1a2b3c4d.json'), JSON.stringify(first))
    const foreign = new Set(['1a2b3c4d'])
    const data_source = { name: 'abc-security-monitor', hash: null }
    const latestCall = { ...call, change: { credentials: { password: 'x' } } }
    expect(await store.read()).toEqual({
      failures: [madeFailure({ data_source, latestCall: { ...latestCall, arguments: [] } })],
      warning: undefined,
      foreign,
    })
  })

  it('are none where nothing was ever kept', async () => {
    const { folder } = await makeStore()
    const { failures, warning } = await new FailureStore(join(folder, 'nowhere')).read()
    expect({ failures, warning }).toEqual({ failures: [], warning: undefined })
  })

  it('are one file each, which is replaced, and can be taken away', async () => {
    const { store, failures } = await makeStore()
    await store.write(madeFailure({ actual: 'one thing' }))
    await store.write(madeFailure({ actual: 'another' }))
    await store.write(madeFailure({ id: '00000000' }))
    expect(await readdir(failures)).toEqual(['00000000.json', '1a2b3c4d.json'])
    await store.remove('00000000')
    await store.remove('00000000')
    expect((await store.read()).failures).toEqual([madeFailure({ actual: 'another' })])
  })

  it('stay out of a repository, unless its owner decides otherwise', async () => {
    const { store, folder } = await makeStore()
    const ignore = join(folder, '.connector-contract', '.gitignore')
    await store.write(madeFailure())
    expect(await readFile(ignore, 'utf8')).toBe('*\n')
    await writeFile(ignore, '# kept\n')
    await store.write(madeFailure())
    expect(await readFile(ignore, 'utf8')).toBe('# kept\n')
  })

  it('are not touched by files of others, which one line names', async () => {
    const { store, failures } = await makeStore()
    await store.write(madeFailure())
    const text = JSON.stringify(madeFailure())
    await writeFile(join(failures, 'a.json'), '{"version": 1, "id"')
    await writeFile(join(failures, 'b.json'), text)
    await writeFile(join(failures, 'c.json'), text.replace('"version":2', '"version":3'))
    await mkdir(join(failures, 'd.json'))
    await writeFile(join(failures, '1a2b3c4d.json.7.tmp'), 'half')
    const { failures: read, warning } = await store.read()
    expect(read).toEqual([madeFailure()])
    expect(warning?.split('\n')).toHaveLength(1)
    expect(warning).toContain(
      'a.json (is not JSON), b.json (is named after another failure), c.json',
    )
    expect(warning).toContain('was written by another version')
    expect(warning).toContain('1 more')
  })

  it.each(['null', '[]', '{}', '7', '{"version":1}', '\u0000\ufffd'])(
    'are not touched by a file that holds %j',
    async (text) => {
      const { store, failures } = await makeStore()
      await writeFile(join(failures, '1a2b3c4d.json'), text)
      const { failures: read, warning } = await store.read()
      expect(read).toEqual([])
      expect(warning).toContain('1a2b3c4d.json')
    },
  )
})
