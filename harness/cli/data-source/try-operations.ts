import type { Mode } from '../../../contracts/data-source/mode.ts'
import { statesOf } from '../../../contracts/data-source/states-of.ts'
import type { Asker } from './asker.ts'
import type { Finding } from './finding.ts'
import { newSearch } from './new-search.ts'

/** Asks every operation once, in the order of a search's life, and looks whether its answer says what it is for. */
export async function* tryOperations(asker: Asker): AsyncGenerator<Finding> {
  const { client, modes, operations } = asker.source
  if (client.logIn !== undefined) yield logInFinding(asker, await asker.ask(client.logIn))
  const done = new Set<string>()
  for (const mode of modes) yield* ofMode(asker, mode, done)
  // What is asked beside the methods' own operations.
  for (const [name, { role }] of Object.entries(operations)) {
    if (role === 'beside') yield finding(asker, await asker.ask(name), undefined)
  }
}

const FIRST_PAGE = { offset: 0, pages: 0, limit: 2 }

type Exchange = Awaited<ReturnType<Asker['ask']>>

async function* ofMode(asker: Asker, mode: Mode, done: Set<string>): AsyncGenerator<Finding> {
  const { source } = asker
  const { ping, query, status, results, delete: gone } = source.methods[mode] ?? {}
  const once = (operation: string | undefined): operation is string => {
    if (operation === undefined || done.has(operation)) return false
    done.add(operation)
    return true
  }
  if (once(ping)) yield finding(asker, await asker.ask(ping), undefined)
  const all = { query: source.query.all }
  if (mode === 'synchronous') {
    if (once(results)) yield pageFinding(asker, await asker.ask(results, all, FIRST_PAGE))
    return
  }
  if (!once(query)) return
  const made = await asker.ask(query, all)
  const id = made.response && source.client.read(query, made.response, 'id')
  const isId = typeof id === 'string' || typeof id === 'number'
  yield finding(asker, made, isId ? undefined : 'no id of a search can be read in the answer')
  if (!isId) return
  const values = { id: String(id) }
  if (once(status)) yield statusFinding(asker, await asker.ask(status, values))
  const completed = await newSearch(asker, query)
  if (results !== undefined && (results === status || once(results))) {
    yield pageFinding(asker, await asker.ask(results, completed, FIRST_PAGE))
  }
  if (once(gone)) yield finding(asker, await asker.ask(gone, values), undefined)
}

function finding(asker: Asker, exchange: Exchange, why: string | undefined): Finding {
  const { response, operation = '' } = exchange
  const code = response && asker.source.reads.errorCode(response)
  const problem = code === undefined ? why : `its success reads as an error, code ${code}`
  return {
    ...{ about: 'operations', name: operation, seen: `HTTP ${response?.status}` },
    ...(problem !== undefined && { problem }),
    exchange: asker.latest(),
  }
}

function logInFinding(asker: Asker, exchange: Exchange): Finding {
  const { client } = asker.source
  const key = exchange.response && client.read(client.logIn ?? '', exchange.response, 'session_key')
  return finding(
    asker,
    exchange,
    key === undefined ? 'no session key can be read in it' : undefined,
  )
}

function statusFinding(asker: Asker, exchange: Exchange): Finding {
  const { reads, states } = asker.source
  const word = exchange.response && reads.status?.(exchange.response)?.word
  const running = statesOf(asker.source).running
  const isRight = word === undefined ? reads.status === undefined : running.includes(word)
  const names = states.map((state) => state.word).join(', ')
  const why = isRight || running.length === 0 ? undefined : `"${word}" is read of ${names}`
  return finding(asker, exchange, why)
}

function pageFinding(asker: Asker, exchange: Exchange): Finding {
  const { rows } = asker.source.reads.page(exchange) ?? {}
  const why = rows === undefined || rows === 0 ? 'no rows can be read in the answer' : undefined
  return finding(asker, exchange, why)
}
