import type { DataSourceDefinition, MockDataSource } from '../../../mock-datasource/index.ts'
import { shellQuote } from '../../drivers/shell-quote.ts'
import { configurationOf } from '../../engine/session/connection-to.ts'
import { pageAddress } from './page-address.ts'
import { hostToReach, urlToReach } from './url-to-reach.ts'

/** What a reader needs to use a mock: where it is, who may ask, and a call for each method. */
export function linesToPaste(
  mock: MockDataSource,
  source: DataSourceDefinition,
  files: { certificate: string | undefined },
  options: { adminToken: string | undefined },
): string {
  const { account } = mock
  const at = (path: string) => `${urlToReach(mock)}${path}`
  const facts: [string, string | undefined][] = [
    ['API', at(source.basePath)],
    ['page', pageAddress(mock)],
    ['control', at('/_mock/state')],
    ...Object.entries(account.credentials),
    ['certificate', files.certificate],
  ]
  const shown = facts.filter(([, value]) => value !== undefined)
  return [
    `${source.title} (mock) is listening on ${mock.url}`,
    '',
    ...shown.map(([name, value]) => `  ${name.padEnd(12)} ${value}`),
    '',
    ...callsToPaste(mock, source, files.certificate),
    '# What was asked and answered so far, secrets masked.',
    journalLine(mock, files.certificate, options.adminToken),
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n')
}

function callsToPaste(
  mock: MockDataSource,
  source: DataSourceDefinition,
  certificate: string | undefined,
): readonly string[] {
  const { shows } = source
  if (shows === undefined) return []
  const { connector } = shows
  const through =
    connector === undefined
      ? []
      : [
          '# Through the reference connector. The first two lines go before any of the others.',
          ...transmitLines(mock, source, connector),
          '',
        ]
  const requests = shows.requests(mock.account)
  const direct = requests.map((request) => requestLine(mock, request, certificate))
  return [...through, '# Directly.', ...direct, '']
}

function transmitLines(
  mock: MockDataSource,
  source: DataSourceDefinition,
  connector: string,
): string[] {
  const { host, port, scheme, certificate, account } = mock
  const connection = {
    host: hostToReach(host),
    port,
    ...(scheme === 'http' && { scheme }),
    ...(certificate !== undefined && { selfSignedCert: certificate }),
  }
  const configuration = configurationOf(source, account)
  const call = `npx connector-contract transmit ${connector} "$connection" "$configuration"`
  const idOf = `node -p 'JSON.parse(require("node:fs").readFileSync(0)).search_id'`
  return [
    `connection=${shellQuote(JSON.stringify(connection))}`,
    `configuration=${shellQuote(JSON.stringify(configuration))}`,
    `${call} ping`,
    `${call} is_async`,
    `search_id=$(${call} query ${shellQuote(source.query.all)} | tee /dev/stderr | ${idOf})`,
    `${call} status "$search_id"`,
    `${call} results "$search_id" 0 10`,
    `${call} delete "$search_id"`,
  ]
}

type ShownRequest = ReturnType<NonNullable<DataSourceDefinition['shows']>['requests']>[number]

function requestLine(
  mock: MockDataSource,
  { method, path, headers = {}, user, json }: ShownRequest,
  certificate: string | undefined,
): string {
  const named = Object.entries(headers).flatMap(([name, value]) => header(name, value))
  return line([
    ...curl(certificate),
    ...(user === undefined ? [] : ['--user', user.join(':')]),
    ...named,
    ...(json === undefined
      ? []
      : [...header('Content-Type', 'application/json'), '--data', JSON.stringify(json)]),
    ...(method === undefined ? [] : ['--request', method]),
    `${urlToReach(mock)}${path}`,
  ])
}

function header(name: string, value: string): readonly string[] {
  return ['--header', `${name}: ${value}`]
}

function journalLine(
  mock: MockDataSource,
  certificate: string | undefined,
  adminToken: string | undefined,
): string {
  const token = adminToken === undefined ? [] : header('X-Admin-Token', adminToken)
  return line([...curl(certificate), ...token, `${urlToReach(mock)}/_mock/journal`])
}

function curl(certificate: string | undefined): string[] {
  // Without --globbing off, curl would take brackets and braces in a URL for a pattern.
  return ['curl', '--globoff', ...(certificate === undefined ? [] : ['--cacert', certificate])]
}

function line(words: readonly string[]): string {
  return words.map(shellQuote).join(' ')
}
