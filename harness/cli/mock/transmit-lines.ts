import type { DataSourceDefinition, MockDataSource } from '../../../mock-datasource/index.ts'
import { shellQuote } from '../../drivers/shell-quote.ts'
import { configurationOf, connectionTo } from '../../engine/session/connection-to.ts'
import { environmentFor } from '../../engine/session/environment-for.ts'
import { hostToReach } from './url-to-reach.ts'

/** In milliseconds, what a connector takes for the length of a call where nobody says it. */
const CALL = 10_000
/** What a reader puts the path of their own connector in the place of. */
const OWN = './my-connector.ts'

/** A call of each method of a connector, be it the reference or the reader's own, to be pasted in their order. */
export function transmitLines(
  mock: MockDataSource,
  source: DataSourceDefinition,
  certificate: string | undefined,
): readonly string[] {
  const { connector } = source.shows ?? {}
  const call = `npx connector-contract transmit ${connector ?? '"$connector"'} "$connection" "$configuration"`
  const query = shellQuote(source.query.all)
  const isSynchronous = source.modes[0] === 'synchronous'
  const idOf = `node -p 'JSON.parse(require("node:fs").readFileSync(0)).search_id'`
  return [
    ...(connector === undefined ? [`connector=${OWN}`] : []),
    ...bindings(mock, source, certificate),
    `${call} ping`,
    `${call} is_async`,
    ...(isSynchronous
      ? [`${call} query ${query}`, `${call} results ${query} 0 10`]
      : [
          `search_id=$(${call} query ${query} | tee /dev/stderr | ${idOf})`,
          `${call} status "$search_id"`,
          `${call} results "$search_id" 0 10`,
          `${call} delete "$search_id"`,
        ]),
  ]
}

/** Says whose lines they are, and what goes first. */
export function transmitHeading({ shows }: DataSourceDefinition): string {
  return shows?.connector === undefined
    ? '# Through your own connector: write its path into the first line. What assigns goes before any of the others.'
    : '# Through the reference connector. The first two lines go before any of the others.'
}

function bindings(
  mock: MockDataSource,
  source: DataSourceDefinition,
  certificate: string | undefined,
): readonly string[] {
  const reachable = { ...mock, account: mock.account, host: hostToReach(mock.host) }
  const { options: _, ...connection } = connectionTo(source, reachable, CALL)
  const given = source.given.more?.['options']
  const whole = { ...connection, ...(given !== undefined && { options: given }) }
  const variables = environmentFor(source.given, mock, {}, () => certificate ?? '')
  return [
    ...Object.entries(variables).map(([name, value]) => `export ${name}=${shellQuote(value)}`),
    `connection=${shellQuote(JSON.stringify(whole))}`,
    `configuration=${shellQuote(JSON.stringify(configurationOf(source, mock.account)))}`,
  ]
}
