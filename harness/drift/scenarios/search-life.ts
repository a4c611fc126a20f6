import {
  AbcCreateSearchBody,
  AbcDeleteBody,
  AbcResultsBody,
  AbcSearchStatusBody,
} from '../../../contracts/abc-security-monitor/api.ts'
import type { Exchange } from '../exchange.ts'
import { failure, success } from '../probe/expected.ts'
import type { Observer } from '../probe/observer.ts'
import type { Scenario } from '../scenario.ts'
import { type Side, searchPath } from '../side.ts'
import {
  createSearch,
  getResults,
  getStatus,
  idOf,
  pageOf,
  pollToEnd,
  statusOf,
  TERMINAL,
} from '../steps.ts'
import { CannotGoOn } from '../stops.ts'

/** From its creation to after its deletion. */
export const searchLife: Scenario = {
  name: 'search-life',
  title: "A search's whole life",
  async run(side, observe, { query }) {
    const created = await createSearch(side, query)
    observe.answer('create', created, success(AbcCreateSearchBody))
    const id = idOf(created)
    observeStart(observe, created)
    const polls: Exchange[] = []
    await pollToEnd(side, id, (poll) => polls.push(poll)).finally(() =>
      observe.answer('status', polls, success(AbcSearchStatusBody)),
    )
    observePolls(observe, created, polls)
    await observeEnd(side, observe, id, polls)
    await observeDeletion(side, observe, id)
  },
}

function observeStart(observe: Observer, created: Exchange): void {
  const { status, progress } = statusOf(created)
  observe.exact('create', 'status at the start', status, created)
  observe.exact('create', 'progress at the start', number(progress), created)
}

function observePolls(observe: Observer, created: Exchange, polls: readonly Exchange[]): void {
  const steps = [created, ...polls].map(statusOf)
  const statuses = steps.map(({ status }) => status)
  const passed = statuses.filter((status, index) => status !== statuses[index - 1])
  const numbers = steps.map(({ progress }) => Number(progress))
  const last = polls.at(-1)
  const running = passed.filter((status) => !TERMINAL.includes(status))
  observe.seen('status', 'order of statuses', { kind: 'order', value: running }, last)
  const isOnceEach = new Set(passed).size === passed.length
  observe.exact('status', 'no status comes back', isOnceEach, last)
  const isRising = numbers.every((each, index) => each >= (numbers[index - 1] ?? 0))
  observe.exact('status', 'progress never goes down', isRising, last)
}

async function observeEnd(
  side: Side,
  observe: Observer,
  id: string,
  polls: readonly Exchange[],
): Promise<void> {
  const last = polls.at(-1)
  const end = last && statusOf(last)
  if (last === undefined || end === undefined || !TERMINAL.includes(end.status)) {
    throw new CannotGoOn(`the search runs on after ${polls.length} polls`)
  }
  observe.exact('status', 'status at the end', end.status, last)
  observe.exact('status', 'progress at the end', number(end.progress), last)
  const again = await getStatus(side, id)
  const { status, progress } = statusOf(again)
  const isSame = status === end.status && progress === end.progress
  observe.exact('status', 'the end stays', isSame, again)
  if (end.status !== 'COMPLETED') return
  const results = await getResults(side, id, 'limit=1')
  observe.answer('results', results, success(AbcResultsBody))
  const isTotal = pageOf(results).total === end['record_count']
  observe.exact('results', 'total is the record_count of the status', isTotal, results)
}

async function observeDeletion(side: Side, observe: Observer, id: string): Promise<void> {
  const remove = () => side.send({ method: 'DELETE', path: searchPath(id) })
  const gone = failure('does not exist')
  observe.answer('delete', await remove(), success(AbcDeleteBody))
  observe.answer('status after delete', await getStatus(side, id), gone)
  observe.answer('results after delete', await getResults(side, id), gone)
  observe.answer('delete after delete', await remove(), gone)
}

function number(value: unknown): number | string {
  return typeof value === 'number' ? value : `no number (${typeof value})`
}
