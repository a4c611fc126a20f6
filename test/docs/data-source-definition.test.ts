import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  type DataSourceDefinition,
  problemsOf,
  problemText,
  startMockDataSource,
} from '../../mock-datasource/index.ts'
import smallLog from './data-source-definition/small-log.ts'

const textOf = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')
const PAGE = textOf('../../docs/data-source-definition.md')

describe('docs/data-source-definition.md', () => {
  it('has a whole definition, which is the one that is tried here', () => {
    const [, code] = /```ts\n(.*?)```/s.exec(PAGE) ?? []
    const tried = textOf('./data-source-definition/small-log.ts')
    expect(code).toBe(
      tried.replace(
        "'../../../mock-datasource/data-source.ts'",
        "'connector-contract/data-source'",
      ),
    )
  })

  it('shows what is said of a role whose code is not there', () => {
    const { errors } = smallLog
    const roles = { ...errors.roles, too_many: 'SLOW_DOWN' }
    const [problem] = problemsOf({ ...smallLog, errors: { ...errors, roles } })
    expect(PAGE).toContain(`small-log.ts: ${problem && problemText(problem)}\n`)
  })

  it('names every member that a definition can have', () => {
    const members = Object.keys(smallLog) as (keyof DataSourceDefinition)[]
    expect(members.filter((member) => !PAGE.includes(`\`${member}\``))).toEqual([])
  })
})

describe('the data source of docs/data-source-definition.md', () => {
  it('has no problems', () => {
    expect(problemsOf(smallLog).map(problemText)).toEqual([])
  })

  it('answers as it says', async () => {
    const ask = await served()
    const right = await ask('/find', { query: 'all', skip: 2, take: 3 })
    expect(right).toMatchObject({ status: 200, body: { total: 20 } })
    expect(right.body.rows.map(({ ref }) => ref)).toEqual([
      'ref-0000002',
      'ref-0000003',
      'ref-0000004',
    ])
    const some = await ask('/find', { query: smallLog.query.some(0) })
    expect(some.body.total).toBeLessThan(20)
    expect((await ask('/health')).body).toEqual({ up: true })
  })

  it.each([
    ['/find', { query: 'all', skip: -1 }, 400, 'BAD_FIELD'],
    ['/find', {}, 400, 'BAD_FIELD'],
    ['/find', { query: '???' }, 422, 'BAD_QUERY'],
    ['/lost', undefined, 404, 'NOT_HERE'],
  ])('refuses %s %j with %i %s', async (path, body, status, error) => {
    const ask = await served()
    expect(await ask(path, body)).toMatchObject({ status, body: { error } })
  })

  it('knows nobody without the key', async () => {
    const ask = await served({ 'x-key': 'wrong' })
    expect(await ask('/health')).toMatchObject({ status: 401, body: { error: 'NO_KEY' } })
  })
})

/** Starts a mock of it; what is given asks it. */
async function served(headers?: Readonly<Record<string, string>>) {
  const settings = { dataSet: { rows: 20, seed: 1 } }
  const mock = await startMockDataSource({ dataSource: smallLog, scheme: 'http', settings })
  onTestFinished(() => mock.close())
  const key = String(mock.account.credentials['key'])
  return async (path: string, body?: unknown) => {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const answer = await fetch(mock.url + path, { headers: { 'x-key': key, ...headers }, ...sent })
    const given = (await answer.json()) as { rows: { ref: string }[]; total: number }
    return { status: answer.status, body: given }
  }
}
