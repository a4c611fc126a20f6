import type { PactFile } from '../../contracts/pact-file.ts'

/**
 * A pact as text that is the same whenever it says the same: interactions in the order of their names, every
 * member in the order of its name, and nothing about the versions of the tools that wrote it.
 */
export function pactText({ consumer, provider, interactions, metadata }: PactFile): string {
  const { pactSpecification, ...rest } = metadata
  const kept = Object.entries(rest).filter(([name]) => !WRITERS.includes(name))
  const pact = {
    consumer,
    interactions: [...interactions].sort((a, b) => compare(nameOf(a), nameOf(b))),
    metadata: { ...Object.fromEntries(kept), pactSpecification: { version: '4.0' } },
    provider,
  }
  return `${JSON.stringify(pact, inOrder, 2)}\n`
}

/** Members in which Pact's libraries leave their versions. */
const WRITERS = ['pactRust', 'pact-js', 'pactFFI']

function nameOf({ description, providerStates = [] }: PactFile['interactions'][number]): string {
  return JSON.stringify([description, providerStates])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)))
}
