import type { CompiledQuery, DataModel } from '../../engine/data-model.ts'
import { QueryError } from '../../engine/query-error.ts'
import { dataSetOf } from '../../engine/rows-in-memory.ts'
import { ERRORS_TABLE, scriptedBy } from './errors-table.ts'
import { EVENT_ROWS, EVENTS_TABLE } from './events-table.ts'
import { madeEvents } from './made-events.ts'
import { checkFields } from './query/check-fields.ts'
import { parseQuery } from './query/parse-query.ts'
import type { Query } from './query/query.ts'
import { selectorOf } from './query/selector.ts'

const PROGRESS_OF_A_SCRIPTED_END = 50

/** The tables of ABC Security Monitor: `events`, whose rows may be the user's own, and `errors`. */
export const abcModel: DataModel = {
  open: (spec) => ('data' in spec ? dataSetOf(spec.data, EVENT_ROWS) : madeEvents(spec)),
  compile(text, dataSet) {
    const query = parseQuery(text)
    const table = query.table
    if (table === ERRORS_TABLE.name) return scripted(query)
    if (table !== EVENTS_TABLE.name) throw new QueryError(`unknown table '${table}'`)
    checkFields(query, { name: table, fields: dataSet.fields })
    return { selector: selectorOf(query), fails: {} }
  },
}

function scripted(query: Query): CompiledQuery {
  const wanted = scriptedBy(query)
  if (wanted.kind === 'code') return { fails: { [wanted.on]: String(wanted.code) } }
  return { ending: { status: wanted.status, progress: PROGRESS_OF_A_SCRIPTED_END }, fails: {} }
}
