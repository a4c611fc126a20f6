import { describe, expect, it, onTestFinished, test } from 'vitest'
import {
  type MockDataSourceOptions,
  problemsOf,
  problemText,
  startMockDataSource,
} from '../../../mock-datasource/index.ts'
import { runProgram } from '../../support/run-program.ts'
import ledgerWatch from './definition.ts'
import atOnce from './sync.ts'

describe.each([ledgerWatch, atOnce])('$title', (definition) => {
  it('has no problems', () => {
    expect(problemsOf(definition).map(problemText)).toEqual([])
  })

  it('knows who logged in, and nobody else', async () => {
    const { ask, login } = await served({ dataSource: definition })
    expect(await ask('health', {})).toMatchObject({ ok: false, fault: { name: 'WHO_ARE_YOU' } })
    expect(await ask('session.open', { client: 'x' })).toMatchObject({ ok: false })
    expect(await ask('health', {}, await login())).toEqual({ ok: true, up: true })
  })

  it('shows no secret in its journal, the keys that it gave out included', async () => {
    const { ask, login, mock } = await served({ dataSource: definition })
    const bearer = await login()
    await ask('health', { bearer }, bearer)
    const shown = JSON.stringify(mock.control.journal.entries())
    expect(shown).not.toContain(bearer)
    expect(shown).not.toContain(mock.account.credentials['secret'])
    expect(mock.control.journal.entries().at(-1)?.secrets).toContainEqual(
      expect.objectContaining({ name: 'bearer', where: 'header' }),
    )
  })

  it('logs in whatever strikes all other requests', async () => {
    const { ask, login } = await served({
      dataSource: definition,
      faults: [{ kind: 'api-error', code: 'OOPS' }],
    })
    expect(await ask('health', {}, await login())).toMatchObject({ fault: { name: 'OOPS' } })
  })
})

test('Ledger Watch makes jobs, which give their entries page by page', async () => {
  const { ask, login, mock } = await served({ settings: { maxPageSize: 3 } })
  const bearer = await login()
  const { job } = await ask('jobs.start', { ask: 'everything' }, bearer)
  expect(await ask('jobs.look', { job }, bearer)).toMatchObject({ phase: 'working' })
  expect(await ask('jobs.page', { job }, bearer)).toMatchObject({ fault: { name: 'JOB_WORKING' } })
  mock.control.advance(job, { status: 'finished' })
  const page = await ask('jobs.page', { job, page: 2, per_page: 50 }, bearer)
  expect(page).toMatchObject({ page: 2, per_page: 3, pages: 4, count: 10 })
  expect(page.entries?.map(({ ref }) => ref)).toEqual(['ref-0000003', 'ref-0000004', 'ref-0000005'])
  expect(await ask('jobs.drop', { job }, bearer)).toEqual({ ok: true })
  expect(await ask('jobs.look', { job }, bearer)).toMatchObject({ fault: { name: 'NO_SUCH_JOB' } })
})

test('Ledger Watch at once makes no searches', async () => {
  const { ask, login, mock } = await served({ dataSource: atOnce })
  const found = await ask('entries.find', { ask: 'everything', per_page: 4 }, await login())
  expect(found).toMatchObject({ count: 10, pages: 3 })
  await expect(mock.control.createSearch({ query: 'everything' })).rejects.toThrow(
    'Ledger Watch at once makes no searches',
  )
})

describe('the connectors for Ledger Watch hold what applies', { timeout: 120_000 }, () => {
  it.each([
    ['connector.ts', 'definition.ts'],
    ['connector-sync.ts', 'sync.ts'],
  ])('%s, against %s', async (connector, definition) => {
    const at = (file: string) => `test/sources/ledger-watch/${file}`
    const words = ['verify', at(connector), '--data-source', at(definition), '--http', '--no-store']
    const few = ['--runs', '1', '--only', 'MODE-2,PAGE-6,ERR-1']
    const { stdout, exitCode } = await runProgram([...words, ...few])
    expect(stdout).not.toContain('✗')
    expect(exitCode).toBe(0)
  })
})

interface Answer {
  readonly bearer: string
  readonly job: string
  readonly entries?: readonly { readonly ref: string }[]
}

/** Starts a mock with ten entries, and what asks it. */
async function served(options: MockDataSourceOptions) {
  const mock = await startMockDataSource({
    dataSource: ledgerWatch,
    scheme: 'http',
    ...options,
    settings: { dataSet: { rows: 10, seed: 1 }, ...options.settings },
  })
  onTestFinished(() => mock.close())
  const ask = async (call: string, body: object, bearer?: string): Promise<Answer> => {
    const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }
    const sent = { method: 'POST', headers, body: JSON.stringify(body) }
    return (await (await fetch(`${mock.url}/rpc/${call}`, sent)).json()) as Answer
  }
  const login = async () => (await ask('session.open', mock.account.credentials)).bearer
  return { mock, ask, login }
}
