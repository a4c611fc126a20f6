import type { Mode } from '../../../contracts/data-source/mode.ts'
import type { Method } from '../../../contracts/method.ts'
import type { Answer } from '../../kit/answer.ts'
import type { SecretFinder } from '../../kit/secrets.ts'
import { requestLines } from './request-lines.ts'
import { wholeAnswer } from './whole-answer.ts'

type Masking = Pick<SecretFinder, 'mask'>

/** What calls asked of the data source, as far as it tells whether a connector speaks its API. Plain JSON. */
export interface Asked {
  /** Whether any request reached an operation. */
  readonly reached: boolean
  /** What else was asked for, each once. */
  readonly strays: readonly string[]
  /** The methods whose calls made such requests. */
  readonly strayMethods: readonly Method[]
  /** Whether a method but `is_async` did anything else than refuse. */
  readonly served: boolean
  /** Whether a call made no request that has to make one, with nothing unusual about it; absent where none did. */
  readonly owes?: true
  /** A refusal without a request: the method, and the whole of what it answered. */
  readonly refusal?: string
}

/** One method may be wrong about its path; a connector for another API shows it in several. */
const MANY_METHODS = 2
/** Those about a search, which they are given by its id. */
const ABOUT_A_SEARCH: readonly Method[] = ['status', 'results', 'delete']
const PLAIN_ID = /^[\w-][\w.-]*$/
/** More are nobody's to read. */
const MOST_STRAYS = 50

/** Gathers what calls asked for. What comes out does not depend on the order in which they are added. */
export class AskedCount {
  #reached = false
  #owes = false
  #served = false
  #refusal: string | undefined
  readonly #strays = new Set<string>()
  readonly #methods = new Set<Method>()
  readonly #mode: Mode

  /** @param mode of the connector whose calls are added */
  constructor(mode: Mode = 'asynchronous') {
    this.#mode = mode
  }

  /** @param isUsual whether nothing was changed about its connection, and its data source serves as it should */
  add(answer: Answer, secrets: Masking, isUsual = false): void {
    // What follows then does not matter any more.
    if (this.#reached) return
    const { method, exchanges } = answer
    this.#reached = exchanges.some(({ operation }) => operation !== undefined)
    if (method === 'is_async') return
    if (isUsual && exchanges.length === 0 && this.#hasToAsk(answer)) this.#owes = true
    if (exchanges.length > 0 && this.#isOrdinary(answer)) {
      this.#stray(requestLines(exchanges, secrets), [method])
    }
    if (answer.reading.kind !== 'failure') this.#served = true
    else if (exchanges.length === 0) {
      this.#refuse(`${method} answers ${wholeAnswer(answer, { secrets })}`)
    }
  }

  addAll({ reached, served, owes, refusal, strays, strayMethods }: Asked): void {
    this.#owes ||= owes === true
    this.#reached ||= reached
    this.#served ||= served
    if (refusal !== undefined) this.#refuse(refusal)
    this.#stray(strays, strayMethods)
  }

  get asked(): Asked {
    return {
      reached: this.#reached,
      served: this.#served,
      strays: [...this.#strays].sort(),
      strayMethods: [...this.#methods].sort(),
      ...(this.#owes ? { owes: true } : {}),
      ...(this.#refusal === undefined ? {} : { refusal: this.#refusal }),
    }
  }

  /** Whether requests came, and none reached an operation. What `ping` asks alone says nothing of the others. */
  get isElsewhere(): boolean {
    return !this.#reached && [...this.#methods].some((method) => method !== 'ping')
  }

  /** Whether no request came of calls of which one had to make some. */
  get isSilent(): boolean {
    return !this.#reached && this.#strays.size === 0 && this.#owes
  }

  /** Whether so many methods show it that no further check can say anything else. */
  get isElsewhereForSure(): boolean {
    return this.isElsewhere && this.#methods.size >= MANY_METHODS
  }

  /** An empty id, or one that is odd on purpose, makes a path that is none at the right API too. */
  #isOrdinary({ method, arguments: [id] }: Answer): boolean {
    if (this.#mode === 'synchronous' || !ABOUT_A_SEARCH.includes(method)) return true
    return typeof id === 'string' && PLAIN_ID.test(id)
  }

  /** What nobody can answer who does not ask: for a search, how it stands, for rows that there may be. */
  #hasToAsk(answer: Answer): boolean {
    const [, offset, length] = answer.arguments
    if (answer.method === 'results') {
      return this.#isOrdinary(answer) && isCount(offset) && isCount(length) && length > 0
    }
    if (this.#mode === 'synchronous') return false
    return answer.method === 'query' || (answer.method === 'status' && this.#isOrdinary(answer))
  }

  #stray(lines: readonly string[], methods: readonly Method[]): void {
    for (const line of lines) if (this.#strays.size < MOST_STRAYS) this.#strays.add(line)
    for (const method of methods) this.#methods.add(method)
  }

  /** The first by the alphabet stands for all. */
  #refuse(words: string): void {
    if (this.#refusal === undefined || words < this.#refusal) this.#refusal = words
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
