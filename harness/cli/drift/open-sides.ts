import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { ABC_BASE_PATH } from '../../../contracts/abc-security-monitor/api.ts'
import { type MockDataSource, startMockDataSource } from '../../../mock-datasource/index.ts'
import { baseUrlOf } from '../../deployment/base-url.ts'
import { type Credentials, maskerFor } from '../../drift/credentials.ts'
import { Side, type SideOptions } from '../../drift/side.ts'
import { UsageError } from '../../errors.ts'
import { certificateFromFile } from '../certificate-from-file.ts'
import { credentialsFromOptions } from './credentials-from-options.ts'
import { type DriftCommandOptions, sideGiven } from './drift-options.ts'

/** What `--against` is called where no address is meant. */
export const MOCK = 'mock'

/** More rows than the API's page cap, so that the cap shows; searches that can be caught running. */
const MOCK_SETTINGS = {
  dataSet: { rows: 2_500, seed: 1 },
  progress: { by: 'polls', polls: 2 },
} as const

export interface Sides {
  readonly url: Side
  readonly against: Side
  /** What they are called in a report. */
  readonly names: { readonly url: string; readonly against: string }
  /** Ends all connections, and the mock. */
  close(): Promise<void>
}

type Where = Pick<SideOptions, 'base' | 'credentials' | 'certificate'>

/**
 * The two sides that options name; where one is the mock, it is started.
 *
 * @param isTyped whether an option stands on the command line.
 * @param signal ends everything but the deletion of searches.
 * @throws UsageError where the options do not fit together, before anything is started.
 */
export async function openSides(
  options: DriftCommandOptions,
  isTyped: (name: keyof DriftCommandOptions) => boolean,
  signal: AbortSignal,
): Promise<Sides> {
  const url = await urlFrom(options, isTyped)
  const other = await againstFrom(options, isTyped, url)
  const mock = other === undefined ? await startedMock() : undefined
  const against = other ?? whereIs(mock as MockDataSource)
  const shared = {
    timeoutMilliseconds: options.timeout * 1_000,
    signal,
    newId: () => `connector-contract-${randomUUID()}`,
    pause: (milliseconds: number) =>
      setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
    mask: maskerFor([url.credentials, against.credentials]),
  }
  const sides = {
    url: new Side({ ...shared, ...url, name: 'url' }),
    against: new Side({ ...shared, ...against, name: 'against' }),
  }
  return {
    ...sides,
    names: { url: sides.url.url, against: mock === undefined ? sides.against.url : MOCK },
    async close() {
      await Promise.all([sides.url.close(), sides.against.close()])
      await mock?.close()
    },
  }
}

function startedMock(): Promise<MockDataSource> {
  return startMockDataSource({ scheme: 'http', settings: MOCK_SETTINGS })
}

function whereIs(mock: MockDataSource): Where {
  const { username = '', password = '' } = mock.account.credentials
  return {
    base: baseUrlOf(mock.url, '--against', ABC_BASE_PATH),
    credentials: { kind: 'basic', username, password },
  }
}

async function urlFrom(
  options: DriftCommandOptions,
  isTyped: (name: keyof DriftCommandOptions) => boolean,
): Promise<Where> {
  const base = baseUrlOf(options.url, '--url', ABC_BASE_PATH)
  const credentials = credentialsFromOptions(sideGiven(options, 'url', isTyped))
  if (credentials === undefined) {
    throw new UsageError('there are no credentials for --url', {
      hint: 'Set ABC_USERNAME and ABC_PASSWORD, or ABC_TOKEN; --username, --password and --token do the same.',
    })
  }
  return { base, credentials, certificate: await certificate(options.cert, '--cert') }
}

/** Undefined for the mock. Another address gets what the first one got, unless it has its own. */
async function againstFrom(
  options: DriftCommandOptions,
  isTyped: (name: keyof DriftCommandOptions) => boolean,
  url: Where,
): Promise<Where | undefined> {
  const own = ['againstUsername', 'againstPassword', 'againstToken', 'againstCert'] as const
  if (options.against === MOCK) {
    if (!own.some(isTyped)) return undefined
    throw new UsageError('the mock has credentials and a certificate of its own', {
      hint: 'Leave the --against-… options out, or name an address in --against.',
    })
  }
  const credentials: Credentials =
    credentialsFromOptions(sideGiven(options, 'against', isTyped)) ?? url.credentials
  const pem = await certificate(options.againstCert, '--against-cert')
  return {
    base: baseUrlOf(options.against, '--against', ABC_BASE_PATH),
    credentials,
    certificate: pem ?? url.certificate,
  }
}

async function certificate(path: string | undefined, option: string): Promise<string | undefined> {
  return path === undefined ? undefined : certificateFromFile(path, option)
}
