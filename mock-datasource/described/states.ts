import type { State } from '../../contracts/data-source/data-source.ts'
import type { Description } from '../../contracts/data-source/description.ts'
import type { SearchStatus } from '../../contracts/envelopes.ts'
import { type Template, valueAt } from './template.ts'

type Described = Description['statuses']

/** A state of a search, and what an answer says in it. */
export interface ToldState extends State {
  /** By placeholder, `status` among them. */
  readonly told: Readonly<Record<string, unknown>>
}

/** The states of a description, in the order of a search's life. */
export function statesOf(statuses: Described): readonly ToldState[] {
  return Object.entries(statuses).map(([name, given]) => {
    if (typeof given === 'string') return { word: name, means: given, told: { status: name } }
    const { means, word = name, tells } = given
    return { word: name, means, told: { ...tells, status: word } }
  })
}

/** The placeholders beside `status` by which answers tell states. */
export function tellingPlaceholders(statuses: Described): readonly string[] {
  const names = Object.values(statuses).flatMap((given) =>
    typeof given === 'object' ? Object.keys(given.tells) : [],
  )
  return [...new Set(names)]
}

/** What an answer says of a search in the state of this name; of one that nobody knows, what one under way says. */
export function toldOf(
  states: readonly ToldState[],
  name: string,
): Readonly<Record<string, unknown>> {
  const known = states.find(({ word }) => word === name)
  if (known) return known.told
  const running = states.filter(({ means }) => means === ('RUNNING' satisfies SearchStatus))
  return { ...(running[1] ?? running[0])?.told, status: name }
}

/** The name of the state that a parsed answer tells of; where none is told so, the word that stands there. */
export function stateIn(
  value: unknown,
  template: Template,
  states: readonly ToldState[],
): string | undefined {
  const found = states.find(({ told }) =>
    Object.entries(told).every(([name, expected]) => {
      const way = template.wayTo(name)
      return way === undefined || isTold(valueAt(value, way), expected, template)
    }),
  )
  if (found) return found.word
  const way = template.wayTo('status')
  const word = way && valueAt(value, way)
  return typeof word === 'string' ? word : undefined
}

function isTold(found: unknown, expected: unknown, { format }: Template): boolean {
  if (found === expected) return true
  // In some bodies everything is a text.
  if (format.written === 'texts') return found === String(expected)
  return JSON.stringify(found) === JSON.stringify(expected)
}
