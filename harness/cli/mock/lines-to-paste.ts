import type { MockDataSource } from '../../../mock-datasource/index.ts'
import { shellQuote } from '../../drivers/shell-quote.ts'

/** What a reader needs to use a mock: where it is, who may ask, and a call for each method. */
export function linesToPaste(
  mock: MockDataSource,
  files: { certificate: string | undefined },
  options: { adminToken: string | undefined },
): string {
  const { account } = mock
  const at = (path: string) => `${urlToReach(mock)}${path}`
  const facts: [string, string | undefined][] = [
    ['API', at('/api/v1')],
    ['control', at('/_mock/state')],
    ...Object.entries(account.credentials),
    ['certificate', files.certificate],
  ]
  const shown = facts.filter(([, value]) => value !== undefined)
  return [
    `ABC Security Monitor (mock) is listening on ${mock.url}`,
    '',
    ...shown.map(([name, value]) => `  ${name.padEnd(12)} ${value}`),
    '',
    '# Through the reference connector. The first two lines go before any of the others.',
    ...transmitLines(mock),
    '',
    '# Directly.',
    ...curlLines(mock, files.certificate),
    '',
    '# What was asked and answered so far, secrets masked.',
    journalLine(mock, files.certificate, options.adminToken),
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n')
}

function transmitLines(mock: MockDataSource): string[] {
  const { host, port, scheme, certificate, account } = mock
  const connection = {
    host: hostToReach(host),
    port,
    ...(scheme === 'http' && { scheme }),
    ...(certificate !== undefined && { selfSignedCert: certificate }),
  }
  const { username, password } = account.credentials
  const call = 'npx connector-contract transmit abc-security-monitor "$connection" "$configuration"'
  const idOf = `node -p 'JSON.parse(require("node:fs").readFileSync(0)).search_id'`
  return [
    `connection=${shellQuote(JSON.stringify(connection))}`,
    `configuration=${shellQuote(JSON.stringify({ auth: { username, password } }))}`,
    `${call} ping`,
    `${call} is_async`,
    `search_id=$(${call} query 'SELECT * FROM events' | tee /dev/stderr | ${idOf})`,
    `${call} status "$search_id"`,
    `${call} results "$search_id" 0 10`,
    `${call} delete "$search_id"`,
  ]
}

function curlLines(mock: MockDataSource, certificate: string | undefined): string[] {
  const { username, password } = mock.account.credentials
  const call = (path: string, ...more: string[]) =>
    line([...curl(certificate), '--user', `${username}:${password}`, ...more, api(path)])
  const api = (path: string) => `${urlToReach(mock)}/api/v1${path}`
  const json = (body: unknown) => [
    '--header',
    'Content-Type: application/json',
    '--data',
    JSON.stringify(body),
  ]
  const query = 'SELECT * FROM events'
  return [
    call('/ping'),
    call('/searches', ...json({ query, query_id: 'example' })),
    call('/searches/example'),
    call('/searches/example/results?offset=0&limit=10'),
    call('/searches/example', '--request', 'DELETE'),
    call('/events/query', ...json({ query, limit: 10 })),
  ]
}

function journalLine(
  mock: MockDataSource,
  certificate: string | undefined,
  adminToken: string | undefined,
): string {
  const token = adminToken === undefined ? [] : ['--header', `X-Admin-Token: ${adminToken}`]
  return line([...curl(certificate), ...token, `${urlToReach(mock)}/_mock/journal`])
}

function curl(certificate: string | undefined): string[] {
  // Without --globbing off, curl would take brackets and braces in a URL for a pattern.
  return ['curl', '--globoff', ...(certificate === undefined ? [] : ['--cacert', certificate])]
}

function line(words: readonly string[]): string {
  return words.map(shellQuote).join(' ')
}

function urlToReach({ scheme, host, port }: MockDataSource): string {
  const name = hostToReach(host)
  return `${scheme}://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** A mock that listens on every address is reached at the one its certificate names. */
function hostToReach(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host === '::' ? '::1' : host
}
