import type { Description } from '../../contracts/data-source/description.ts'
import type { Mode } from '../../contracts/data-source/mode.ts'
import type { Method } from '../../contracts/method.ts'

type OperationName = keyof Description['operations']

/** The operation that each method asks, where none serves several. */
const METHODS: Readonly<Record<Mode, Readonly<Partial<Record<Method, OperationName>>>>> = {
  asynchronous: {
    ping: 'ping',
    query: 'create',
    status: 'status',
    results: 'results',
    delete: 'delete',
  },
  synchronous: { ping: 'ping', results: 'query' },
}

/** The modes that a description names, the first being that which is meant where nobody says. */
export function modesOf({ mode }: Pick<Description, 'mode'>): readonly [Mode, ...Mode[]] {
  const [first, ...others] = [mode].flat() as [Mode, ...Mode[]]
  return [first, ...others]
}

export function isAsynchronous(description: Pick<Description, 'mode'>): boolean {
  return modesOf(description).includes('asynchronous')
}

/** Whether asking for the status of a search gives its rows too. */
export function statusGivesRows({ operations }: Pick<Description, 'operations'>): boolean {
  return operations.status?.serves?.includes('results') ?? false
}

/** The operations that methods of this mode can ask. */
export function operationsIn(mode: Mode): readonly OperationName[] {
  return Object.values(METHODS[mode])
}

/** The operation that each method asks in this mode, as far as there is one. */
export function methodsIn(
  mode: Mode,
  description: Pick<Description, 'operations'>,
): Readonly<Partial<Record<Method, OperationName>>> {
  const results = statusGivesRows(description) ? { results: 'status' } : {}
  const all = { ...METHODS[mode], ...(mode === 'asynchronous' && results) }
  const there = Object.keys(description.operations)
  return Object.fromEntries(Object.entries(all).filter(([, name]) => there.includes(name)))
}

/** The operations that give pages of results, in the order of the modes. */
export function pagedIn(
  description: Pick<Description, 'mode' | 'operations'>,
): readonly OperationName[] {
  const asynchronous = statusGivesRows(description) ? 'status' : 'results'
  return modesOf(description).map((mode) => (mode === 'asynchronous' ? asynchronous : 'query'))
}
