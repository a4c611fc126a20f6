import { connectorOver as overAsynchronous } from '../../../connectors/abc-security-monitor/index.ts'
import { connectorOver as overSynchronous } from '../../../connectors/abc-security-monitor-sync/index.ts'
import { type OpenHttp, openHttpClient } from '../../../connectors/support/open-http-client.ts'
import type { ConnectorFactory } from '../../../contracts/connector.ts'
import type { Mode } from '../../../contracts/data-source/mode.ts'
import { Declarations } from '../../../contracts/declarations.ts'
import type { DataSourceDefinition } from '../../../mock-datasource/index.ts'
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
import { abcSource } from '../../support/abc-source.ts'

/** A connector that is correct, for whatever data source, to which a defect can be put. */
export interface CorrectConnector {
  readonly name: string
  readonly source: DataSourceDefinition
  readonly mode: Mode
  readonly declarations: Declarations
  /** @param open what opens its HTTP clients, where that is not left to it */
  readonly over: (open?: OpenHttp) => ConnectorFactory
}

/** Every correct connector to which the table of defects is put. A new data source is a line here for each mode. */
export const CORRECT_CONNECTORS: readonly CorrectConnector[] = [
  {
    name: 'abc-security-monitor',
    source: abcSource,
    mode: 'asynchronous',
    declarations: Declarations.parse({ result_limit: true }),
    over: overAsynchronous,
  },
  {
    name: 'abc-security-monitor-sync',
    source: abcSource,
    mode: 'synchronous',
    declarations: Declarations.parse({ result_limit: true, delete: 'no-op' }),
    over: overSynchronous,
  },
  {
    name: 'ledger-watch',
    source: ledgerWatch,
    mode: 'asynchronous',
    declarations: Declarations.parse(ledgerDeclares),
    over: (open = openHttpClient) => ledgerOver(open),
  },
  {
    name: 'ledger-watch-sync',
    source: ledgerWatchSynchronous,
    mode: 'synchronous',
    declarations: Declarations.parse(ledgerSynchronouslyDeclares),
    over: (open = openHttpClient) => ledgerSynchronouslyOver(open),
  },
]
