import { METHODS, type Method } from '../../../contracts/method.ts'
import type { Answer, Spent } from '../../kit/answer.ts'

/** Where the time of a method's calls went, in sum. Calls overlap: together they come to more than the run took. */
export interface CallTimes extends Spent {
  readonly method: Method
  readonly count: number
}

const NOTHING = { count: 0, connector: 0, dataSource: 0, harness: 0 }

/** Adds up where the time of calls went. */
export class CallTimesCount {
  readonly #times = new Map<Method, CallTimes>()

  add({ method, spent }: Pick<Answer, 'method' | 'spent'>): void {
    this.#add({ method, count: 1, ...spent })
  }

  addAll(times: readonly CallTimes[]): void {
    for (const each of times) this.#add(each)
  }

  /** Of each method that was called, in the contract's order, in whole milliseconds. */
  get times(): readonly CallTimes[] {
    return METHODS.flatMap((method) => {
      const times = this.#times.get(method)
      return times === undefined ? [] : [rounded(times)]
    })
  }

  #add({ method, count, connector, dataSource, harness }: CallTimes): void {
    const sofar = this.#times.get(method) ?? NOTHING
    this.#times.set(method, {
      method,
      count: sofar.count + count,
      connector: sofar.connector + connector,
      dataSource: sofar.dataSource + dataSource,
      harness: sofar.harness + harness,
    })
  }
}

function rounded({ method, count, connector, dataSource, harness }: CallTimes): CallTimes {
  return {
    ...{ method, count },
    connector: Math.round(connector),
    dataSource: Math.round(dataSource),
    harness: Math.round(harness),
  }
}
