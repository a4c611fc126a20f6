import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { statesOf } from '../../../contracts/data-source/states-of.ts'
import type { SearchStatus } from '../../../contracts/envelopes.ts'
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
import { mayShow, statusInWords } from '../progress.ts'
import type { Session } from '../session.ts'
import { type LifeStep, lifeStates } from './life-steps.ts'
import type { Standing } from './standing.ts'

const ROWS = 30

interface ModelSearch {
  readonly id: string
  readonly keys: readonly string[]
  /** In the data source's word. */
  status: string
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
        return this.#query(this.#session.source.query.some(step.severity))
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
    const { connector, source } = this.#session
    switch (step.step) {
      case 'advance':
        return this.#advance(search, lifeStates(source)[step.to])
      case 'status':
        return this.#judge(await connector.status(search.id), (answer) =>
          statusIs(answer, search, source),
        )
      case 'results': {
        const { offset, length } = step
        const answer = await connector.results(search.id, offset, length)
        return this.#judge(answer, () => resultsAre(answer, search, source, { offset, length }))
      }
      case 'delete':
        return this.#delete(search)
    }
  }

  async #query(query: string): Promise<void> {
    const { connector, dataSource, source } = this.#session
    const { first = '' } = statesOf(source)
    const before = new Set(dataSource.control.state().searches.map(({ id }) => id))
    const answer = await connector.query(query)
    const made = dataSource.control.state().searches.find(({ id }) => !before.has(id))
    if (made !== undefined) {
      dataSource.control.advance(made.id, { status: first, progress: 0 })
      const keys = (await dataSource.control.rows(query)).map((row) => String(row[source.rows.key]))
      this.#searches.push({ id: made.id, keys, status: first, progress: 0, deleted: false })
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

  #advance(search: ModelSearch, to: Standing | undefined): void {
    const { source } = this.#session
    const back = to === undefined || placeOf(to.status, source) < placeOf(search.status, source)
    if (search.deleted || !isRunning(search, source) || back || to.progress < search.progress)
      return
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

function statusIs(answer: Answer, search: ModelSearch, source: DataSource): void {
  if (search.deleted) {
    fails(answer, 'no_results')
    return
  }
  const expected = meaningOf(search, source)
  const { status, progress } = succeeds(answer)
  if (status !== expected || !mayShow(source, expected, progress, search.progress)) {
    violated(statusInWords(source, expected, search.progress), describeAnswer(answer))
  }
}

function resultsAre(
  answer: Answer,
  search: ModelSearch,
  source: DataSource,
  { offset, length }: { readonly offset: number; readonly length: number },
): void {
  if (search.deleted) fails(answer, 'no_results')
  else if (isRunning(search, source)) hasNoForeignRows(answer, search)
  else if (meaningOf(search, source) !== 'COMPLETED') fails(answer)
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

function placeOf(word: string, { states }: DataSource): number {
  return states.findIndex((state) => state.word === word)
}

function meaningOf({ status }: ModelSearch, { states }: DataSource): SearchStatus {
  return states.find(({ word }) => word === status)?.means ?? 'ERROR'
}

function isRunning(search: ModelSearch, source: DataSource): boolean {
  return meaningOf(search, source) === 'RUNNING'
}
