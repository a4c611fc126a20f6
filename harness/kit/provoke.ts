import { statesOf } from '../../contracts/data-source/states-of.ts'
import type { Answer } from './answer.ts'
import type { ConnectionKind, SearchKind, Situation } from './arbitraries/situation.ts'
import type { BoundConnector, Session, TestSearch } from './session.ts'

const NEVER_WAS = 'no-such-search'

/** Brings a situation about and makes its call. */
export async function provoke(session: Session, situation: Situation): Promise<Answer> {
  const search = await searchOf(session, situation.search)
  if (situation.fault !== null) session.dataSource.fault(situation.fault)
  const connector = await connectorFor(session, situation.connection)
  const metadata = situation.metadata ?? undefined
  switch (situation.method) {
    case 'ping':
      return connector.ping()
    case 'is_async':
      return connector.isAsync()
    case 'query':
      return connector.query(search.query)
    case 'status':
      return connector.status(search.id, metadata)
    case 'results':
      return connector.results(search.id, situation.offset, situation.length, metadata)
    case 'delete':
      return connector.delete(search.id)
  }
}

/** A case of an earlier version names no connection: it is the usual one. */
async function connectorFor(
  session: Session,
  connection: ConnectionKind | undefined,
): Promise<BoundConnector> {
  switch (connection) {
    case 'to nobody':
      return session.connectorAt({ connection: { port: await session.closedPort() } })
    case 'not trusted':
      return session.connectorAt({ without: ['selfSignedCert'] })
    default:
      return session.connector
  }
}

async function searchOf(
  { dataSource, mode, source }: Session,
  kind: SearchKind,
): Promise<Pick<TestSearch, 'id' | 'query'>> {
  const states = statesOf(source)
  const query = source.query.refused ?? source.query.all
  switch (kind) {
    case 'completed':
      return dataSource.completedSearch({ rows: 8, pageSize: 3 })
    case 'unknown':
      return { id: mode === 'asynchronous' ? NEVER_WAS : query, query }
    case 'running':
      return dataSource.searchIn(states.middle ?? '', 40)
    case 'canceled':
      return dataSource.searchIn(states.canceled ?? '', 50)
    case 'failed':
      return dataSource.searchIn(states.failed ?? '', 50)
    case 'empty id':
      return { id: '', query }
  }
}
