import type { Answer } from '../deployment/answer.ts'
import type { Request } from './exchange.ts'

/** Which searches were made at one side and not deleted since, so that none stays behind. */
export class SearchesMade {
  #ids: string[] = []
  #lost: string[] = []
  #count = 0

  /** How many were made in all. */
  get count(): number {
    return this.#count
  }

  /** Takes in what an answer says of a search that was made or deleted. */
  note(request: Request, answer: Answer): void {
    if (answer.status >= 300) return
    if (isCreation(request)) {
      this.#count += 1
      const id = idIn(answer) ?? madeSearchId(request)
      if (id === undefined) this.#lost.push('a search whose answer did not tell its id')
      else if (!this.#ids.includes(id)) this.#ids.push(id)
    } else if (request.method === 'DELETE') {
      this.#ids = this.#ids.filter((id) => request.path !== `/searches/${encodeURIComponent(id)}`)
    }
  }

  /** A request whose answer was lost may have made a search all the same. */
  noteLost(request: Request, id: string | undefined): void {
    if (!isCreation(request)) return
    if (id === undefined)
      this.#lost.push('perhaps a search, since the answer of its creation was lost')
    else this.#ids.push(id)
  }

  /** Their ids, the last one first; they count as deleted from now on. */
  takeAll(): readonly string[] {
    const ids = this.#ids.toReversed()
    this.#ids = []
    return ids
  }

  /** What cannot be deleted, since nobody knows its id. */
  takeLost(): readonly string[] {
    const lost = this.#lost
    this.#lost = []
    return lost
  }
}

/** The id that a request asked for, where it did. */
export function madeSearchId({ body }: Request): string | undefined {
  if (typeof body !== 'object' || body === null || !('query_id' in body)) return undefined
  return typeof body.query_id === 'string' ? body.query_id : undefined
}

function isCreation({ method, path }: Request): boolean {
  return method === 'POST' && path.split('?')[0] === '/searches'
}

/** From the body; from `Location` where a body has it in no form that can be used. */
function idIn({ json, headers }: Answer): string | undefined {
  const told = typeof json === 'object' && json !== null && 'query_id' in json ? json.query_id : ''
  if (typeof told === 'string' && told !== '') return told
  const segment = /\/searches\/([^/?#]+)/.exec(headers['location'] ?? '')?.[1]
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
