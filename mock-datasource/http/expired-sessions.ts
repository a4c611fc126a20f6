import { logInsOf } from '../../contracts/data-source/serving.ts'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import type { Store } from '../engine/store.ts'
import type { ApiRequest } from './api-request.ts'
import type { Reply } from './reply.ts'

/** Refuses requests that show a session key which has expired, whatever the data source: none has to know of that. */
export class ExpiredSessions {
  readonly #definition: DataSourceDefinition
  readonly #store: Store
  readonly #logIns: readonly string[]

  constructor(definition: DataSourceDefinition, store: Store) {
    this.#definition = definition
    this.#store = store
    this.#logIns = logInsOf(definition)
  }

  /** The session keys that a request shows are worth nothing from now on. */
  expire(request: ApiRequest): void {
    this.#store.sessions.expire(this.#keysIn(request))
  }

  /** What a request is answered whose session key has expired; undefined where it has not. */
  refusal(operation: string | undefined, request: ApiRequest): Reply | undefined {
    const { sessions } = this.#store
    if (!sessions.haveExpired || this.#logIns.includes(operation ?? '')) return undefined
    if (!this.#keysIn(request).some((key) => sessions.isExpired(key))) return undefined
    const { errors, failure } = this.#definition
    const code = errors.roles.unauthenticated
    return code === undefined ? { status: 401, headers: {}, body: [] } : failure(code)
  }

  /** Whatever secret is shown that is none of an account's own members. */
  #keysIn({ headers }: ApiRequest): readonly string[] {
    const texts = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    )
    const shown = this.#definition.credentials.presented(Object.fromEntries(texts))
    const own = this.#store.settings.accounts.flatMap((each) => Object.values(each.credentials))
    return shown.map(({ value }) => value).filter((value) => !own.includes(value))
  }
}
