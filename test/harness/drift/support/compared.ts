import { onTestFinished } from 'vitest'
import { baseUrlOf } from '../../../../harness/deployment/base-url.ts'
import { type Credentials, maskerFor } from '../../../../harness/drift/credentials.ts'
import type { DriftReport } from '../../../../harness/drift/drift-report.ts'
import { runDrift } from '../../../../harness/drift/run-drift.ts'
import type { Scenario } from '../../../../harness/drift/scenario.ts'
import { Side, type SideName } from '../../../../harness/drift/side.ts'
import {
  type MockDataSource,
  type MockDataSourceOptions,
  startMockDataSource,
} from '../../../../mock-datasource/index.ts'
import { type Edit, startEditingProxy } from './editing-proxy.ts'

/** A data source to compare: a mock, and what stands between. */
export interface Place extends MockDataSourceOptions {
  /** Changes its answers on their way. */
  readonly edit?: Edit
}

export interface Comparison {
  readonly scenarios?: readonly Scenario[]
  readonly query?: string
  readonly timeoutMilliseconds?: number
  readonly signal?: AbortSignal
}

/** Few rows and a small page cap, so that the cap shows in few bytes. */
const SMALL = {
  maxPageSize: 120,
  dataSet: { rows: 130, seed: 1 },
  progress: { by: 'polls', polls: 2 },
} as const

const NEVER = new AbortController().signal

/** A mock that ends with the test. */
export async function startedMock({ settings, ...options }: Place): Promise<MockDataSource> {
  const mock = await startMockDataSource({
    scheme: 'http',
    ...options,
    settings: { ...SMALL, ...settings },
  })
  onTestFinished(() => mock.close())
  return mock
}

/** Compares two mocks as the command does, but for pauses, which take no time. */
export async function compared(
  url: Place,
  against: Place = {},
  comparison: Comparison = {},
): Promise<{ report: DriftReport; mocks: Readonly<Record<SideName, MockDataSource>> }> {
  const mocks = { url: await startedMock(url), against: await startedMock(against) }
  const places = {
    url: await addressOf(mocks.url, url.edit),
    against: await addressOf(mocks.against, against.edit),
  }
  const mask = maskerFor([credentialsOf(mocks.url), credentialsOf(mocks.against)])
  const side = (name: SideName) => sideAt(places[name], mocks[name], { ...comparison, name, mask })
  const { query = 'SELECT * FROM events', scenarios } = comparison
  const report = await runDrift({
    url: side('url'),
    against: side('against'),
    names: places,
    query,
    date: new Date('2026-03-01T12:00:00Z'),
    tool: 'connector-contract 0.0.0',
    ...(scenarios && { scenarios }),
  })
  return { report, mocks }
}

/** One side, for its mock's account. */
export function sideAt(
  address: string,
  mock: Pick<MockDataSource, 'account' | 'certificate'>,
  options: {
    readonly name?: SideName
    readonly mask?: (text: string) => string
    readonly credentials?: Credentials
    readonly certificate?: string | undefined
    readonly timeoutMilliseconds?: number
    readonly signal?: AbortSignal
  } = {},
): Side {
  const { name = 'url' } = options
  let ids = 0
  const side = new Side({
    base: baseUrlOf(address, `--${name}`, '/api/v1'),
    credentials: credentialsOf(mock),
    certificate: mock.certificate,
    timeoutMilliseconds: 20_000,
    signal: NEVER,
    mask: (text) => text,
    ...options,
    name,
    newId: () => `of-${name}-${++ids}`,
    pause: async () => undefined,
  })
  onTestFinished(() => side.close())
  return side
}

export function credentialsOf({ account }: Pick<MockDataSource, 'account'>): Credentials {
  const { username = '', password = '' } = account.credentials
  return { kind: 'basic', username, password }
}

/** What differs, as `scenario › probe › facet`. */
export function differing({ differs }: DriftReport): readonly string[] {
  return differs.map(({ scenario, probe, facet }) => `${scenario} › ${probe} › ${facet}`)
}

async function addressOf(mock: MockDataSource, edit: Edit | undefined): Promise<string> {
  return edit === undefined ? mock.url : startEditingProxy(mock, edit)
}
