import { effect, signal } from '@preact/signals'
import { ask } from './control-plane.ts'
import { allExchanges, known } from './live.ts'

/** How many exchanges are looked through at once, so that the mock has its turn for others. */
const AT_ONCE = 2_000

/** A text, and the exchanges that hold it in their headers or bodies, which the page does not know. */
interface Held {
  readonly text: string
  readonly sequences: ReadonlySet<number>
  readonly lookedUpTo: number
}
const NONE: Held = { text: '', sequences: new Set(), lookedUpTo: 0 }
export const held = signal<Held>(NONE)
export const isLooking = signal(false)

/** Looks for another text from now on. */
export function lookFor(text: string): void {
  held.value = { ...NONE, text }
}

/** Looks through what is new, until nothing is. */
async function look(): Promise<void> {
  if (isLooking.peek()) return
  isLooking.value = true
  try {
    for (;;) {
      const { text, sequences, lookedUpTo } = held.peek()
      const last = allExchanges().findLast(({ milliseconds }) => milliseconds !== undefined)
      if (text === '' || lookedUpTo >= (last?.sequence ?? 0)) return
      const asked = new URLSearchParams({
        ...{ text, after: String(lookedUpTo), limit: String(AT_ONCE) },
      })
      const found = await ask<{ sequences: readonly number[]; looked_up_to: number }>({
        ...{ method: 'GET', path: `/journal/holding?${asked}` },
      })
      if (held.peek().text !== text) continue
      if (found.looked_up_to === lookedUpTo) return
      const all =
        found.sequences.length === 0 ? sequences : new Set([...sequences, ...found.sequences])
      held.value = { text, sequences: all, lookedUpTo: found.looked_up_to }
    }
  } catch {
    // The mock has gone; the next exchange has it look again.
  } finally {
    isLooking.value = false
  }
}

effect(() => {
  known.value
  if (held.value.text !== '') void look()
})
