import type { AbcStatus } from '../../../contracts/abc-security-monitor/api.ts'
import type { Answer } from '../answer.ts'
import {
  describeAnswer,
  fails,
  isNoResults,
  keysOf,
  rowsAre,
  succeeds,
  violated,
} from '../expectations.ts'
import type { Session } from '../session.ts'
import { LIFE_STATES, type LifeStep } from './life-steps.ts'

const ROWS = 30
const ORDER: readonly AbcStatus[] = ['WAIT', 'EXECUTE', 'SORTING', 'COMPLETED', 'CANCELED', 'ERROR']

interface ModelSearch {
  readonly id: string
  readonly keys: readonly string[]
  status: AbcStatus
  progress: number
  deleted: boolean
}

/**
 * What must hold of several searches at once, kept beside the real thing. Each step is taken at the
 * connector (or, for `advance` and `fault`, at the data source), and its answer judged by the model of
 * its own search alone.
 */
export class LifecycleModel {
  readonly #session: Session
  readonly #searches: ModelSearch[] = []

  constructor(session: Session) {
    this.#session = session
    session.dataSource.control.patchSettings({ dataSet: { rows: ROWS, seed: 1 } })
  }

  /** Takes one step. One about a search that there is none of yet does nothing. */
  async take(step: LifeStep): Promise<void> {
    switch (step.step) {
      case 'query':
        return this.#query(`SELECT * FROM events WHERE severity >= ${step.severity}`)
      case 'fault':
        this.#session.dataSource.fault({ kind: 'api-error', code: step.code, times: 1 })
        return
      default: {
        const search = this.#searches[step.search % Math.max(1, this.#searches.length)]
        if (search !== undefined) await this.#about(search, step)
      }
    }
  }

  async #about(
    search: ModelSearch,
    step: Exclude<LifeStep, { readonly step: 'query' | 'fault' }>,
  ): Promise<void> {
    const { connector } = this.#session
    switch (step.step) {
      case 'advance':
        return this.#advance(search, LIFE_STATES[step.to] ?? LIFE_STATES[0])
      case 'status':
        return this.#judge(await connector.status(search.id), (answer) => statusIs(answer, search))
      case 'results': {
        const { offset, length } = step
        const answer = await connector.results(search.id, offset, length)
        return this.#judge(answer, () => resultsAre(answer, search, offset, length))
      }
      case 'delete':
        return this.#delete(search)
    }
  }

  async #query(query: string): Promise<void> {
    const { connector, dataSource } = this.#session
    const before = new Set(dataSource.control.state().searches.map(({ id }) => id))
    const answer = await connector.query(query)
    const made = dataSource.control.state().searches.find(({ id }) => !before.has(id))
    if (made !== undefined) {
      dataSource.control.advance(made.id, { status: 'WAIT', progress: 0 })
      const keys = (await dataSource.control.rows(query)).map((row) => String(row['id']))
      this.#searches.push({ id: made.id, keys, status: 'WAIT', progress: 0, deleted: false })
    }
    this.#judge(answer, () => {
      const { search_id } = succeeds(answer)
      if (search_id !== made?.id) violated(`search_id ${made?.id}`, describeAnswer(answer))
    })
  }

  async #delete(search: ModelSearch): Promise<void> {
    const { connector, dataSource } = this.#session
    const wasThere = !search.deleted
    const answer = await connector.delete(search.id)
    search.deleted = dataSource.control.search(search.id) === undefined
    this.#judge(answer, () => {
      if (wasThere) succeeds(answer)
      else fails(answer, 'no_results')
    })
  }

  #advance(search: ModelSearch, to: (typeof LIFE_STATES)[number]): void {
    const terminal = ORDER.indexOf(search.status) >= ORDER.indexOf('COMPLETED')
    const back = ORDER.indexOf(to.status) < ORDER.indexOf(search.status)
    if (search.deleted || terminal || back || to.progress < search.progress) return
    if (this.#session.dataSource.control.search(search.id) === undefined) {
      violated(`the search ${search.id} to be there`, 'it is gone, though nobody deleted it')
    }
    this.#session.dataSource.control.advance(search.id, to)
    Object.assign(search, to)
  }

  /** An answer to a request that a fault struck may be a failure, whatever the model says. */
  #judge(answer: Answer, asIfAlone: (answer: Answer) => void): void {
    const struck = answer.exchanges.some(({ fault }) => fault !== undefined)
    if (struck && answer.reading.kind === 'failure') return
    asIfAlone(answer)
  }
}

function statusIs(answer: Answer, search: ModelSearch): void {
  if (search.deleted) {
    fails(answer, 'no_results')
    return
  }
  const expected = isRunning(search) ? 'RUNNING' : search.status
  const { status, progress } = succeeds(answer)
  if (status !== expected || progress !== search.progress) {
    violated(`status ${expected} with progress ${search.progress}`, describeAnswer(answer))
  }
}

function resultsAre(answer: Answer, search: ModelSearch, offset: number, length: number): void {
  if (search.deleted) fails(answer, 'no_results')
  else if (isRunning(search)) hasNoForeignRows(answer, search)
  else if (search.status !== 'COMPLETED') fails(answer)
  else {
    const keys = search.keys.slice(offset, offset + length)
    if (keys.length > 0 || !isNoResults(answer)) rowsAre(answer, keys)
  }
}

/** That a running search has no rows to give yet is LIFE-8's to judge; another's it never has. */
function hasNoForeignRows(answer: Answer, search: ModelSearch): void {
  if (answer.reading.kind === 'failure') return
  const foreign = keysOf(answer).find((key) => !search.keys.includes(String(key)))
  if (foreign !== undefined) {
    violated('a failure, or rows of this search', `row ${foreign} of another search`)
  }
}

function isRunning({ status }: ModelSearch): boolean {
  return ORDER.indexOf(status) < ORDER.indexOf('COMPLETED')
}
