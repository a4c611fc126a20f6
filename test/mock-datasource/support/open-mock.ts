import request, { type Test } from 'supertest'
import { onTestFinished } from 'vitest'
import {
  type MockDataSource,
  type MockDataSourceOptions,
  startMockDataSource,
} from '../../../mock-datasource/index.ts'

export interface TestMock extends MockDataSource {
  /** A request below `/api/v1`, with right credentials. */
  api(method: 'get' | 'post' | 'delete' | 'put' | 'head' | 'options', path: string): Test
  /** A request as it is, without credentials. */
  bare(method: 'get' | 'post' | 'patch' | 'delete', path: string): Test
  /** Makes a search that is COMPLETED and gives its path below `/api/v1`. */
  completed(query?: string): Promise<string>
}

/** Starts a mock for one test, over HTTP unless told otherwise; it stops when the test ends. */
export async function openMock(options: MockDataSourceOptions = {}): Promise<TestMock> {
  const mock = await startMockDataSource({ scheme: 'http', ...options })
  onTestFinished(() => mock.close())
  const agent = request.agent(mock.url, mock.certificate ? { ca: mock.certificate } : {})
  const { username = '', password = '' } = mock.account.credentials
  return Object.assign(Object.create(mock), {
    api: (method: 'get', path: string) => agent[method](`/api/v1${path}`).auth(username, password),
    bare: (method: 'get', path: string) => agent[method](path),
    async completed(query = 'SELECT * FROM events') {
      const { id } = await mock.control.createSearch({ query, status: 'COMPLETED' })
      return `/searches/${encodeURIComponent(id)}`
    },
  }) as TestMock
}

/** The Authorization header of a mock's first account. */
export function basic({ account }: MockDataSource): string {
  const { username, password } = account.credentials
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}
