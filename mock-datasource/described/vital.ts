import { isDeepStrictEqual } from 'node:util'
import type { DataSource, VitalMember } from '../../contracts/data-source/data-source.ts'
import type { Parts } from './parts.ts'
import { tellingPlaceholders } from './states.ts'
import type { Template } from './template.ts'
import type { Way } from './way.ts'

type Holding = Readonly<Record<string, VitalMember['holds']>>

/** The members that an answer's placeholders stand in: without them it says nothing. */
export function vitalOf({ answers, paged, description }: Parts): DataSource['vital'] {
  const { vital, operations, statuses } = description
  const telling = tellingPlaceholders(statuses).filter((name) => answers['status']?.has(name))
  const members = (operation: string, named: string | undefined, holding: Holding) =>
    membersOf(answers[operation], named, holding)
  const pages = paged.map((operation) => members(operation, vital.results, { rows: 'rows' }))
  const [first = [], ...others] = pages
  return {
    ping: Array.isArray(operations.ping?.answer)
      ? [member([], 'rows', answers['ping']?.format.written)]
      : [],
    query: members('create', vital.query, { id: 'text' }),
    status: members('status', vital.status, {
      // Where others tell it too, a client may go by those.
      ...((telling.length === 0 || vital.status !== undefined) && { status: 'status' }),
      progress: 'progress',
      fraction: 'progress',
    }),
    // Where the modes differ, none can be named for both.
    results: others.every((other) => isDeepStrictEqual(other, first)) ? first : [],
  }
}

function membersOf(
  template: Template | undefined,
  named: string | undefined,
  holding: Holding,
): readonly VitalMember[] {
  return Object.entries(holding).flatMap(([placeholder, holds]) => {
    const ways = template?.waysTo(placeholder) ?? []
    const own = ways.find((way) => way.join('.') === named)
    // Where it stands twice, a client may read either.
    const way = own ?? (ways.length === 1 ? ways[0] : undefined)
    return way === undefined ? [] : [member(way, holds, template?.format.written)]
  })
}

function member(
  way: Way,
  holds: VitalMember['holds'],
  written: VitalMember['written'],
): VitalMember {
  // Rows that are lines are what there is, whatever else the list of lines holds.
  const at = written === 'lines' && holds === 'rows' ? [] : way
  const name = at.length === 0 ? 'the body' : at.join('.')
  return { at: [...at], name, holds, ...(written !== undefined && { written }) }
}
