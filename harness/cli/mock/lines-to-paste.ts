import type { DataSourceDefinition, MockDataSource } from '../../../mock-datasource/index.ts'
import { curlLines, journalLine } from './curl-lines.ts'
import { pageAddress } from './page-address.ts'
import { transmitHeading, transmitLines } from './transmit-lines.ts'
import { urlToReach } from './url-to-reach.ts'

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
  const direct = curlLines(mock, source, files.certificate)
  const shown = facts.filter(([, value]) => value !== undefined)
  return [
    `${source.title} (mock) is listening on ${mock.url}`,
    '',
    ...shown.map(([name, value]) => `  ${name.padEnd(12)} ${value}`),
    '',
    transmitHeading(source),
    ...transmitLines(mock, source, files.certificate),
    '',
    ...(direct.length === 0 ? [] : ['# Directly.', ...direct, '']),
    '# What was asked and answered so far, secrets masked.',
    journalLine(mock, files.certificate, options.adminToken),
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n')
}
