import type { SeenResponse } from '../../contracts/data-source/exchange.ts'
import type { RawAnswer } from '../../contracts/data-source/reads.ts'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import type { DataSet } from '../engine/data-set.ts'
import type { Reply } from '../http/reply.ts'
import { joined } from '../http/send.ts'
import { type DefinitionProblem, quoted } from './problem.ts'

const ROWS = { rows: 10, seed: 1 }
const TEXT = `it's "so" \\ 100 %`

/** What the functions of a definition do otherwise than its facts say. Calls them, and starts nothing. */
export function* saidAndDoneProblems(
  definition: DataSourceDefinition,
): Generator<DefinitionProblem> {
  yield* rowProblems(definition)
  yield* queryProblems(definition)
  yield* errorsRead(definition)
  yield* statesRead(definition)
}

function* rowProblems({ model, rows }: DataSourceDefinition): Generator<DefinitionProblem> {
  const dataSet = tried(() => model.open(ROWS))
  if (dataSet instanceof Error) {
    yield { place: 'model.open', found: `cannot make rows: ${dataSet.message}` }
    return
  }
  const { key, time } = rows
  for (const [place, field] of Object.entries({ key, ...(time !== undefined && { time }) })) {
    if (rows.fields.includes(field)) continue
    const found = `${quoted(field)} is not in rows.fields`
    yield { place: `rows.${place}`, found, allowed: rows.fields }
  }
  for (const field of rows.fields) {
    if (dataSet.fields.includes(field)) continue
    const found = `${quoted(field)} is no field of the rows that model.open makes`
    yield { place: 'rows.fields', found, allowed: dataSet.fields }
  }
}

function* queryProblems({ query, model }: DataSourceDefinition): Generator<DefinitionProblem> {
  if (query.examples[0] !== query.all) {
    yield { place: 'query.examples', found: 'must begin with query.all' }
  }
  const dataSet = tried(() => model.open(ROWS))
  if (dataSet instanceof Error) return
  const taken = [
    ['query.all', query.all],
    ...query.examples.map((text, index) => [`query.examples.${index}`, text]),
    ...[0, 1, 2].map((n) => [`query.some(${n})`, query.some(n)]),
    ...(query.with ? [[`query.with(${quoted(TEXT)})`, query.with(TEXT)]] : []),
  ] as const
  for (const [place = '', text = ''] of taken) {
    const problem = refusalOf(text, model, dataSet)
    if (problem) yield { place, found: `${quoted(text)} is refused: ${problem.message}` }
  }
  const { refused } = query
  if (refused !== undefined && refusalOf(refused, model, dataSet)?.name !== 'QueryError') {
    yield { place: 'query.refused', found: `${quoted(refused)} is not refused with a QueryError` }
  }
}

function refusalOf(text: string, model: DataSourceDefinition['model'], dataSet: DataSet) {
  const compiled = tried(() => model.compile(text, dataSet))
  return compiled instanceof Error ? compiled : undefined
}

/** Checks read codes in answers, so that the data source has to read what it writes. */
function* errorsRead(definition: DataSourceDefinition): Generator<DefinitionProblem> {
  const { errors, reads } = definition
  for (const code of [...Object.keys(errors.table), errors.unlisted.usual]) {
    const reply = tried(() => definition.failure(code))
    const answer = reply instanceof Error ? reply : seen(reply)
    const read = tried(() => (answer instanceof Error ? undefined : reads.errorCode(answer)))
    if (answer instanceof Error) {
      yield { place: 'failure', found: `throws for code ${quoted(code)}: ${answer.message}` }
    } else if (read !== code) {
      const found = `reads ${shown(read)} in what failure(${quoted(code)}) writes`
      yield { place: 'reads.errorCode', found }
    }
  }
}

function* statesRead({
  states,
  reads,
  writes,
}: DataSourceDefinition): Generator<DefinitionProblem> {
  if (!writes.status) return
  if (!reads.status) {
    yield { place: 'reads.status', found: 'is missing, though writes.status is there' }
    return
  }
  for (const { word } of states) {
    const answer = seenAs(writes.status({ id: 'a', word, progress: 50 }))
    const read = tried(() => reads.status?.(answer)?.word)
    if (read === word) continue
    const found = `reads ${shown(read)} in what writes.status writes for ${quoted(word)}`
    yield { place: 'reads.status', found }
  }
}

function seen({ status, headers, body }: Reply): SeenResponse {
  return { status, headers: joined(headers), body: Buffer.concat(body).toString() }
}

function seenAs({ status, headers = {}, body }: RawAnswer): SeenResponse {
  return { status, headers, body }
}

function shown(read: unknown): string {
  if (read instanceof Error) return `nothing (${read.message})`
  return read === undefined ? 'nothing' : quoted(String(read))
}

function tried<Result>(act: () => Result): Result | Error {
  try {
    return act()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
