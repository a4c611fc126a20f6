import { connectorOver as overAsynchronous } from '../../../connectors/abc-security-monitor/index.ts'
import { connectorOver as overSynchronous } from '../../../connectors/abc-security-monitor-sync/index.ts'
import { type OpenHttp, openHttpClient } from '../../../connectors/support/open-http-client.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import type { Mode } from '../../../contracts/data-source/mode.ts'
import { Declarations, type GivenDeclarations } from '../../../contracts/declarations.ts'
import { findDataSource } from '../../../harness/data-source/find-data-source.ts'
import { loadDataSource } from '../../../harness/data-source/load-data-source.ts'
import type { DataSourceDefinition } from '../../../mock-datasource/index.ts'
import { connector as elastic } from '../../sources/elastic-ecs/connector.ts'
import {
  declarations as ledgerDeclares,
  connectorWith as ledgerOver,
} from '../../sources/ledger-watch/connector.ts'
import {
  declarations as ledgerSynchronouslyDeclares,
  connectorWith as ledgerSynchronouslyOver,
} from '../../sources/ledger-watch/connector-sync.ts'
import ledgerWatch from '../../sources/ledger-watch/definition.ts'
import ledgerWatchSynchronous from '../../sources/ledger-watch/sync.ts'
import { connector as okta } from '../../sources/okta/connector.ts'
import { connector as qradar } from '../../sources/qradar/connector.ts'
import { connectorWith as sentinelOneOver } from '../../sources/sentinelone/connector.ts'
import { connectorWith as splunkOver } from '../../sources/splunk/connector.ts'
import { abcSource } from '../../support/abc-source.ts'

/** A connector that is correct, for whatever data source, to which a defect can be put. */
export interface CorrectConnector {
  readonly name: string
  readonly source: DataSourceDefinition
  readonly mode: Mode
  readonly declarations: Declarations
  /** One that speaks plain HTTP too is tried over it, which is quicker. */
  readonly scheme: 'http' | 'https'
  /** The connector as it is. */
  readonly make: ConnectorFactory
  /** The same by the HTTP clients of somebody else; absent where it takes none: then its requests stay as they are. */
  readonly over?: (open: OpenHttp) => ConnectorFactory
}

/** Every correct connector to which the table of defects is put. A new data source is a line here for each mode. */
export const CORRECT_CONNECTORS: readonly CorrectConnector[] = [
  {
    name: 'abc-security-monitor',
    source: abcSource,
    mode: 'asynchronous',
    declarations: Declarations.parse({ result_limit: true }),
    scheme: 'http',
    make: overAsynchronous(),
    over: overAsynchronous,
  },
  {
    name: 'abc-security-monitor-sync',
    source: abcSource,
    mode: 'synchronous',
    declarations: Declarations.parse({ result_limit: true, delete: 'no-op' }),
    scheme: 'http',
    make: overSynchronous(),
    over: overSynchronous,
  },
  {
    name: 'ledger-watch',
    source: ledgerWatch,
    mode: 'asynchronous',
    declarations: Declarations.parse(ledgerDeclares),
    scheme: 'http',
    make: ledgerOver(openHttpClient),
    over: ledgerOver,
  },
  {
    name: 'ledger-watch-sync',
    source: ledgerWatchSynchronous,
    mode: 'synchronous',
    declarations: Declarations.parse(ledgerSynchronouslyDeclares),
    scheme: 'http',
    make: ledgerSynchronouslyOver(openHttpClient),
    over: ledgerSynchronouslyOver,
  },
  await described('qradar', qradar),
  await described('splunk', splunkOver(openHttpClient), splunkOver),
  await described('okta', okta, undefined, { metadata: true }),
  await described('elastic-ecs', elastic, undefined, { metadata: true }),
  await described('sentinelone', sentinelOneOver(openHttpClient), sentinelOneOver),
]

/** A correct connector for a data source that a built-in file describes. */
async function described(
  name: string,
  make: ConnectorFactory,
  over?: CorrectConnector['over'],
  declared: GivenDeclarations = {},
): Promise<CorrectConnector> {
  const { definition: source } = await loadDataSource(findDataSource(name, process.cwd()))
  return {
    ...{ name, source, mode: source.modes[0], make },
    declarations: Declarations.parse({ metadata: false, ...source.declarations, ...declared }),
    scheme: source.given.connection.includes('scheme') ? 'http' : 'https',
    ...(over === undefined ? {} : { over }),
  }
}
