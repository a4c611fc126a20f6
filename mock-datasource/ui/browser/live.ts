import { batch, signal } from '@preact/signals'
import { ask, BASE, headers, isTokenWanted } from './control-plane.ts'
import { eventsIn } from './event-stream.ts'
import type { About, Glance, Recipe, State } from './wire.ts'

/** How many exchanges the page knows of; what it shows of them is what can be seen. */
const MOST_KNOWN = 100_000
const SEARCHES_SHOWN = 300
/** In milliseconds. */
const BETWEEN_STATES = 1_000
const BETWEEN_PAINTS = 120
const BETWEEN_TRIES = 700

export const about = signal<About | undefined>(undefined)
/** The error cases that this mock can have. */
export const recipes = signal<readonly Recipe[]>([])
export const state = signal<State | undefined>(undefined)
export const link = signal<'starting' | 'live' | 'gone'>('starting')

/** In the order of their sequence. Changes in place: `known` says that it has. */
let exchanges: Glance[] = []
export const known = signal({ version: 0 })

export function allExchanges(): readonly Glance[] {
  return exchanges
}

let isPaintDue = false

function changed(): void {
  if (isPaintDue) return
  isPaintDue = true
  setTimeout(() => {
    isPaintDue = false
    known.value = { version: known.value.version + 1 }
  }, BETWEEN_PAINTS)
}

function add(glance: Glance): void {
  const last = exchanges.at(-1)?.sequence ?? 0
  if (glance.sequence > last) exchanges.push(glance)
  else insert(glance)
  if (exchanges.length > MOST_KNOWN * 1.1) exchanges = exchanges.slice(-MOST_KNOWN)
  changed()
}

/** One that ended later than others that came after it, or one that was under way when it was first seen. */
function insert(glance: Glance): void {
  let at = exchanges.length
  while (at > 0 && (exchanges[at - 1] as Glance).sequence > glance.sequence) at -= 1
  const isKnown = exchanges[at - 1]?.sequence === glance.sequence
  exchanges.splice(isKnown ? at - 1 : at, isKnown ? 1 : 0, glance)
}

/** Whether an exchange has ended, as far as the page knows it. */
export function isKnownToBeOver(sequence: number): boolean {
  const found = exchanges.findLast((each) => each.sequence === sequence)
  return found?.milliseconds !== undefined
}

function forgetUpTo(sequence: number): void {
  const kept = exchanges.filter((each) => each.sequence > sequence)
  if (kept.length === exchanges.length) return
  exchanges = kept
  changed()
}

/** Brings the state up to date at once, as after something that the page did itself. */
export async function refresh(): Promise<void> {
  await bringUpToDate()
}

async function bringUpToDate(): Promise<State> {
  const made = state.value?.counters['searches_created'] ?? 0
  const after = Math.max(0, made - SEARCHES_SHOWN)
  const path = `/state?after=${after}&limit=1000`
  const fresh = await ask<State>({ method: 'GET', path })
  batch(() => {
    forgetUpTo(fresh.journal.forgotten_up_to)
    state.value = fresh
  })
  return fresh
}

async function keepState(): Promise<void> {
  for (;;) {
    await pause(BETWEEN_STATES)
    if (link.value === 'live' && !document.hidden) await refresh().catch(() => {})
  }
}

async function keepFollowing(): Promise<void> {
  for (;;) {
    try {
      if (!isTokenWanted.value) await follow()
    } catch {
      // It has gone; the next try tells whether it is back.
    }
    if (link.value === 'live') link.value = 'gone'
    else if (link.value === 'starting' && !isTokenWanted.value) link.value = 'gone'
    await pause(BETWEEN_TRIES)
  }
}

async function follow(): Promise<void> {
  about.value = await ask<About>({ method: 'GET', path: '/about' })
  const named = await ask<{ recipes: readonly Recipe[] }>({ method: 'GET', path: '/recipes' })
  recipes.value = named.recipes.filter(({ why_not }) => why_not === undefined)
  const { last_sequence: last } = (await bringUpToDate()).journal
  // A mock that has begun anew counts from the beginning. Only here: once exchanges stream in, they are ahead of any state.
  if ((exchanges.at(-1)?.sequence ?? 0) > last) forgetUpTo(Number.POSITIVE_INFINITY)
  // Those that were under way may have ended meanwhile.
  const waiting = exchanges.find(({ milliseconds }) => milliseconds === undefined)
  const known = waiting === undefined ? exchanges.at(-1)?.sequence : waiting.sequence - 1
  const after = Math.max(known ?? 0, last - MOST_KNOWN)
  const response = await fetch(`${BASE}/journal?glance=true&after=${after}`, {
    headers: { ...headers(), accept: 'text/event-stream' },
  })
  if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`)
  link.value = 'live'
  for await (const { type, data } of eventsIn(response.body)) {
    if (type === 'message') add(JSON.parse(data) as Glance)
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

export function start(): void {
  void keepFollowing()
  void keepState()
}
