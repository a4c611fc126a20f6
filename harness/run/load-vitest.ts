import type { startVitest } from 'vitest/node'
import type { LongestFirst } from './longest-first.ts'

interface Loaded {
  readonly startVitest: typeof startVitest
  readonly LongestFirst: typeof LongestFirst
}

let loaded: Promise<Loaded> | undefined

/** What runs the suites: some hundred modules, which are best loaded while something else is waited for. */
export function loadVitest(): Promise<Loaded> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Loaded> {
  const both = await Promise.all([import('vitest/node'), import('./longest-first.ts')])
  return { startVitest: both[0].startVitest, LongestFirst: both[1].LongestFirst }
}
