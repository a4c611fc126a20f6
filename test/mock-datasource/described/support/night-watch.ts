import { onTestFinished } from 'vitest'
import { describedSource } from '../../../../mock-datasource/descriptions.ts'
import {
  type DataSourceDefinition,
  type MockDataSource,
  type PartialSettings,
  startMockDataSource,
} from '../../../../mock-datasource/index.ts'

type Members = Readonly<Record<string, unknown>>

/** The description of an invented synchronous data source, with some of its members changed. */
export function nightWatch(change: Members = {}): Members {
  return {
    version: 1,
    name: 'night-watch',
    title: 'Night Watch',
    mode: 'synchronous',
    connection: { takes: ['host', 'port', 'scheme', 'options'] },
    credentials: { auth: { key: '{{token}}' } },
    authentication: { scheme: 'header', header: 'Authorization', value: 'NW {{token}}' },
    row: { key: 'ref', fields: ['ref', 'note'] },
    query: { in: 'query', at: 'q', all: 'all', some: 'level {{n}}', refused: '???' },
    operations: {
      ping: { method: 'GET', path: '/up', answer: { up: true } },
      query: { method: 'GET', path: '/find', answer: { found: { rows: '{{rows}}' } } },
    },
    paging: { style: 'whole' },
    errors: {
      body: { error: { name: '{{code}}', text: 'Sorry: {{message}}' } },
      table: {
        WHO: { http: 401, message: 'who are you', means: ['authentication_fail'] },
        NOT_YOU: { http: 403, message: 'not you', means: ['forbidden'] },
        BAD: { http: 400, message: 'bad field', means: ['invalid_parameter'] },
        ASK: { http: 400, message: 'bad question', means: ['invalid_query'] },
        OOPS: { http: 500, message: 'oops', means: ['unknown'] },
        NO_PATH: { http: 404, message: 'no such path' },
      },
      roles: {
        unauthenticated: 'WHO',
        forbidden: 'NOT_YOU',
        bad_parameter: 'BAD',
        bad_query: 'ASK',
        general: 'OOPS',
        no_such_resource: 'NO_PATH',
      },
      unlisted: { codes: ['MOON'] },
    },
    ...change,
  }
}

/** The same, with another paging style and what its answers tell. */
export function pagedBy(paging: Members, answer: Members): Members {
  const operation = { method: 'GET', path: '/find', answer: { rows: '{{rows}}', ...answer } }
  const ping = { method: 'GET', path: '/up', answer: {} }
  return nightWatch({ paging, operations: { ping, query: operation } })
}

/** What a description without a mistake is compiled to. */
export function definitionOf(description: unknown): DataSourceDefinition {
  const source = describedSource(description)
  if ('mistakes' in source) throw new Error(JSON.stringify(source.mistakes))
  return source.definition
}

/** A mock of what is described, over plain HTTP, until the test ends. */
export async function served(
  description: unknown,
  settings: PartialSettings = {},
): Promise<MockDataSource> {
  const dataSet = { rows: 10, seed: 1 }
  const mock = await startMockDataSource({
    dataSource: definitionOf(description),
    scheme: 'http',
    settings: { dataSet, ...settings },
  })
  onTestFinished(() => mock.close())
  return mock
}

/** Asks a mock with its own credentials in the header that the description names. */
export async function asked(
  mock: MockDataSource,
  path: string,
  { headers = {}, ...init }: RequestInit & { headers?: Record<string, string> } = {},
) {
  const authorization = `NW ${mock.account.credentials['token']}`
  const response = await fetch(`${mock.url}${path}`, {
    ...init,
    headers: { authorization, ...headers },
  })
  const text = await response.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  return { status: response.status, body, headers: response.headers }
}

/** The keys of the rows that a body holds. */
export function keysIn(body: unknown): readonly unknown[] {
  const { rows } = body as { rows: readonly Members[] }
  return rows.map((row) => row['ref'])
}
