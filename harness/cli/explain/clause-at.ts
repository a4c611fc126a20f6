import type { Clause } from '../../../contracts/clause.ts'
import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import type { ApiError } from '../../../contracts/data-source/errors.ts'
import { Declarations } from '../../../contracts/declarations.ts'
import { CHECKS } from '../../checks/index.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'

/** What a clause comes to at one data source: the facts that it is about, and checks that do not apply there. */
export function clauseAt({ id }: Clause, source: DataSource): readonly string[] {
  const said = [...factsFor(id, source), ...inapplicable(id, source)]
  return [
    style('bold', visible(`At ${source.title}`)),
    ...(said.length === 0 ? ['nothing is special'] : said).map((line) => `  ${visible(line)}`),
  ]
}

function factsFor(id: string, source: DataSource): readonly string[] {
  if (id === 'LIFE-1') return statesOf(source)
  if (['ERR-1', 'ERR-2', 'ERR-3'].includes(id)) return codesOf(source)
  if (id.startsWith('PAGE-')) return [`Pages     ${pagingWords(source)}`]
  return []
}

function statesOf({ states }: DataSource): readonly string[] {
  const width = Math.max(...states.map(({ word }) => word.length))
  return states.map(({ word, means }) => `${word.padEnd(width)}  means ${means}`)
}

function codesOf({ errors }: DataSource): readonly string[] {
  const width = Math.max(...Object.keys(errors.table).map((code) => code.length))
  return Object.entries(errors.table).map(([code, error]) => codeLine(code.padEnd(width), error))
}

function codeLine(code: string, { http, means, message }: ApiError): string {
  return `${code}  HTTP ${http}  ${means?.join(' or ') ?? 'any code'}: ${message}`
}

function pagingWords({ paging }: DataSource): string {
  const { style: kind, mostRowsByDefault, words, unbounded } = paging
  const named = Object.values(words).filter((word) => word !== undefined)
  const by = named.length === 0 ? '' : ` (${named.join(', ')})`
  return unbounded === true
    ? `${kind}${by}, as many rows as are asked for`
    : `${kind}${by}, at most ${mostRowsByDefault} rows each`
}

/** Why checks of the clause say nothing there, in each mode that the data source knows. */
function inapplicable(id: string, source: DataSource): readonly string[] {
  return source.modes.flatMap((mode) => {
    const capabilities: Capabilities = {
      ...{ mode, source, scheme: 'https' },
      declarations: Declarations.parse({ result_limit: true, row_key: source.rows.key }),
    }
    return CHECKS.filter(({ clause }) => clause === id).flatMap((check) => {
      const reason = check.notFor(capabilities)
      return reason === undefined ? [] : [`${check.name} does not apply (${mode}): ${reason}`]
    })
  })
}
