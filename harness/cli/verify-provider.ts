import { Command } from 'commander'
import { ABC_BASE_PATH } from '../../contracts/abc-security-monitor/api.ts'
import { ABC_PROVIDER } from '../../contracts/abc-security-monitor/provider-states.ts'
import { MOST } from '../../contracts/option-bounds.ts'
import { type MockDataSource, startMockDataSource } from '../../mock-datasource/index.ts'
import { baseUrlOf } from '../deployment/base-url.ts'
import { maskerFor } from '../drift/credentials.ts'
import { UsageError } from '../errors.ts'
import { readPact } from '../pacts/read-pact.ts'
import { basicAuthorization } from '../pacts/verify/basic-authorization.ts'
import { deploymentStates } from '../pacts/verify/deployment-states.ts'
import { mockStates } from '../pacts/verify/mock-states.ts'
import { ProviderClient } from '../pacts/verify/provider-client.ts'
import { reachProvider } from '../pacts/verify/reach-provider.ts'
import { requireKnownStates } from '../pacts/verify/require-known-states.ts'
import { exitCodeOfPacts, type PactVerdict } from '../pacts/verify/verdict.ts'
import { verdictLines } from '../pacts/verify/verdict-lines.ts'
import { type Provider, verifyPact } from '../pacts/verify/verify-pact.ts'
import { certificateFromFile } from './certificate-from-file.ts'
import { conclude } from './conclusion.ts'
import { addConfigOptions } from './config/add-config-options.ts'
import { markedBy } from './config/marked-by.ts'
import { type ConfigOptions, readConfig } from './config/read-config.ts'
import { dataSourceOption } from './data-source-option.ts'
import { fillInSecrets } from './fill-in-secrets.ts'
import { maskOutput } from './mask-output.ts'
import { wholeNumber } from './option-parsers.ts'
import { requireUsual } from './require-source.ts'
import { stopSignal } from './stop-signal.ts'
import type { ExitCode } from './supervisor/protocol.ts'

interface Options extends ConfigOptions {
  readonly url?: string
  readonly username?: string
  readonly password?: string
  readonly token?: string
  readonly cert?: string
  readonly http: boolean
  readonly allowWrites: boolean
  readonly timeout: number
}

/** `verify-provider`: whether a data source does what pacts say; exit 0, 1, 2 or 3. */
export function verifyProviderCommand(): Command {
  return addConfigOptions(new Command('verify-provider'))
    .description('verify a data source against pacts: the embedded mock, or a deployment')
    .argument('<pact...>', 'Pact files of specification 4')
    .addOption(dataSourceOption())
    .option('--url <url>', 'scheme, host and port of a deployment (default: the embedded mock)')
    .option('--username <name>', 'of an account there (default: $ABC_USERNAME)')
    .option(
      '--password <password>',
      "the account's (better: $ABC_PASSWORD, which nobody else sees)",
    )
    .option('--token <token>', 'for pacts that use X-Auth-Token (better: $ABC_TOKEN)')
    .option('--cert <file>', "PEM: the deployment's certificate, or its authority's")
    .option('--allow-writes', 'make and delete searches there too', false)
    .option('--http', 'let the embedded mock speak plain HTTP', false)
    .option('--timeout <seconds>', 'how long one answer may take', wholeNumber(1, MOST.timeout), 30)
    .addHelpText('after', AFTER)
    .action(async (paths: readonly string[], options: Options) => {
      conclude(await run(paths, options))
    })
}

const AFTER = `
A pact that was recorded with secrets has placeholders for them, which the options of that run fill in.
Without --allow-writes nothing is changed at a deployment: what makes or deletes a search is left out, and
listed with that reason.

Exit code: 0 the data source does what the pacts say; 1 it does not; 2 wrong use; 3 it could not be
reached, or an interaction could not be tried.`

async function run(paths: readonly string[], options: Options): Promise<ExitCode> {
  const config = await readConfig(options)
  maskOutput(config.secrets)
  await requireUsual(config, 'verify-provider verifies pacts')
  const { secrets } = await markedBy(config, config.dataSource)
  const pacts = await Promise.all(
    paths.map(async (path) => {
      const pact = fillInSecrets(path, await readPact(path, ABC_PROVIDER), secrets)
      requireKnownStates(path, pact)
      return { path, pact }
    }),
  )
  // Whatever was made at a deployment has to be deleted there, also when somebody stops this.
  const stop = new AbortController()
  void stopSignal().then(() => stop.abort())
  const { provider, mask, close } = await openProvider(options, stop.signal)
  try {
    const verdicts: PactVerdict[] = []
    for (const { path, pact } of pacts) {
      const interactions = await verifyPact(pact, provider)
      const names = { consumer: pact.consumer.name, provider: pact.provider.name }
      verdicts.push({ path, ...names, interactions })
      process.stdout.write(`${verdictLines({ path, ...names, interactions }, mask).join('\n')}\n\n`)
    }
    return exitCodeOfPacts(verdicts)
  } finally {
    await close()
  }
}

interface OpenProvider {
  readonly provider: Provider
  /** Masks the credentials that the user gave. */
  readonly mask?: (text: string) => string
  close(): Promise<void>
}

function openProvider(options: Options, stop: AbortSignal): Promise<OpenProvider> {
  return options.url === undefined
    ? openMock(options, stop)
    : openDeployment(options.url, options, stop)
}

async function openMock({ http, timeout }: Options, stop: AbortSignal): Promise<OpenProvider> {
  const mock: MockDataSource = await startMockDataSource({ scheme: http ? 'http' : 'https' })
  const states = mockStates(mock)
  const provider = {
    baseUrl: mock.url,
    certificate: mock.certificate,
    timeoutMilliseconds: timeout * 1_000,
    states,
    stop,
  }
  const close = async () => {
    await states.close()
    await mock.close()
  }
  return { provider, close }
}

async function openDeployment(
  url: string,
  options: Options,
  stop: AbortSignal,
): Promise<OpenProvider> {
  const baseUrl = providerAt(url)
  const address = {
    baseUrl,
    certificate:
      options.cert === undefined ? undefined : await certificateFromFile(options.cert, '--cert'),
    timeoutMilliseconds: options.timeout * 1_000,
  }
  const account = accountFrom(options)
  const token = options.token ?? process.env['ABC_TOKEN']
  const authorization = basicAuthorization(account)
  const client = new ProviderClient(address)
  const states = deploymentStates({
    ...{ client, authorization, allowWrites: options.allowWrites, stop },
    token,
  })
  const close = async () => {
    await states.close()
    await client.close()
  }
  try {
    await reachProvider(client, baseUrl, authorization)
  } catch (error) {
    await close()
    throw error
  }
  const mask = maskerFor([
    { kind: 'basic', ...account },
    ...(token === undefined ? [] : [{ kind: 'token', token } as const]),
  ])
  return { provider: { ...address, states, stop }, mask, close }
}

/** Pacts have paths from /api/v1 on. */
function providerAt(url: string): string {
  const { origin, basePath } = baseUrlOf(url, '--url', ABC_BASE_PATH)
  return `${origin}${basePath.slice(0, -ABC_BASE_PATH.length)}`
}

function accountFrom({ username, password }: Options): { username: string; password: string } {
  const name = username ?? process.env['ABC_USERNAME']
  const secret = password ?? process.env['ABC_PASSWORD']
  if (name !== undefined && secret !== undefined) {
    return { username: name, password: secret }
  }
  throw new UsageError('a deployment wants credentials', {
    hint: 'Give --username, and the password in ABC_PASSWORD or by --password.',
  })
}
