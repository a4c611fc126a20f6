import type { Configuration, Connection } from '../../../contracts/connection.ts'
import type { Method } from '../../../contracts/method.ts'
import type { Journal } from '../../../mock-datasource/index.ts'
import type { Driver } from '../../drivers/driver.ts'
import { type Answer, readAnswer } from '../../kit/answer.ts'
import type { BoundConnector } from '../../kit/session.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'
import { asItWas } from './as-it-was.ts'
import { mostExchanges } from './most-exchanges.ts'

/** What a bound connector needs: how to call, where to, and where the exchanges are seen. */
export interface Binding {
  readonly driver: Driver
  readonly connection: Connection
  readonly configuration: Configuration
  readonly environment: Readonly<Record<string, string>>
  /** How long a call may take, in milliseconds: from its last exchange, as long as it goes on. */
  readonly deadlineMilliseconds: number
  /** Whether a call that goes on making requests has no longer than any other. */
  readonly isStrict: boolean
  /** The field of a row that holds its key. */
  readonly rowKey: string
  readonly journal: Journal
  /** Told of every call before it is made. */
  readonly aboutToCall: () => void
  /** Told of every answer, in the order of the calls. */
  readonly record: (answer: Answer, connection: Connection) => void
}

/** The connector's six methods over one connection, each call paired with the exchanges it caused. */
export function bindConnector(binding: Binding): BoundConnector {
  const { connection } = binding
  const call = (method: Method, ...args: readonly unknown[]) => callOnce(binding, method, args)
  return {
    connection,
    call,
    ping: () => call('ping'),
    isAsync: () => call('is_async'),
    query: (query) => call('query', query),
    status: (id, metadata) => call('status', id, ...given(metadata)),
    results: (id, offset, length, metadata) =>
      call('results', id, offset, length, ...given(metadata)),
    delete: (id) => call('delete', id),
  }
}

async function callOnce(
  binding: Binding,
  method: Method,
  args: readonly unknown[],
): Promise<Answer> {
  const { driver, connection, configuration, environment } = binding
  const obstacle = driver.cannotCarry(method, args, connection)
  if (obstacle !== undefined) throw new CaseNotApplicable(obstacle)
  const begun = performance.now()
  binding.aboutToCall()
  const { journal } = binding
  const before = journal.lastSequence
  const tookBefore = journal.tookMilliseconds
  const started = performance.now()
  const settings = { connection, configuration, environment }
  const { deadlineMilliseconds } = binding
  const most = mostExchanges(method, args)
  const exchanged = () => Math.min(journal.lastSequence - before, most)
  const patience = { deadlineMilliseconds, ...(binding.isStrict ? {} : { exchanged }) }
  const result = asItWas(await driver.call({ ...settings, ...patience, method, arguments: args }))
  const own = result.milliseconds ?? performance.now() - started
  const exchanges = journal.entries(before)
  const reading = readAnswer(result)
  const took = Math.min(journal.tookMilliseconds - tookBefore, own)
  const answer: Answer = {
    method,
    arguments: args,
    result,
    exchanges,
    milliseconds: Math.round(own),
    spent: {
      connector: own - took,
      dataSource: took,
      harness: performance.now() - begun - own,
    },
    reading,
    rowKey: binding.rowKey,
    ...(driver.rounds && { isRounded: true }),
  }
  binding.record(answer, connection)
  return answer
}

/** A method that takes no metadata must not be called with `undefined` in its place. */
function given(metadata: unknown): readonly unknown[] {
  return metadata === undefined ? [] : [metadata]
}
