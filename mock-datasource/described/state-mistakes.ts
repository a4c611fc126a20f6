import type { Description } from '../../contracts/data-source/description.ts'
import type { Mistake } from './mistake.ts'
import { isAsynchronous } from './modes.ts'
import { statesOf, type ToldState } from './states.ts'
import { placeholdersIn } from './template.ts'

/** States that are missing, and those that no answer tells apart though they mean different things. */
export function* stateMistakes(description: Description): Generator<Mistake> {
  if (!isAsynchronous(description)) return
  const { statuses, operations } = description
  const states = statesOf(statuses)
  if (!states.some(({ means }) => means === 'COMPLETED')) {
    yield { place: 'statuses', found: 'none means COMPLETED, though mode is asynchronous' }
  }
  const { answer } = operations.status ?? {}
  const shown = placeholdersIn(answer).flatMap(({ name, whole }) => (whole ? [name] : []))
  const first = new Map<string, ToldState>()
  for (const state of states) {
    const told = JSON.stringify(shown.map((name) => state.told[name] ?? null))
    const other = first.get(told)
    if (other === undefined) first.set(told, state)
    else if (other.means !== state.means) {
      const found = `an answer to status tells it as it does ${other.word}, which means ${other.means}`
      yield { place: `statuses.${state.word}`, found }
    }
  }
}
