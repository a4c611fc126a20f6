import * as z from 'zod'
import type { PactFile } from '../../../contracts/pact-file.ts'
import { type Asked, askedIn } from './asked-of.ts'

/** One change of what a connector asks of the data source, in words. */
export interface Change {
  /** What it is about: a kind of request, or a method of the connector. */
  readonly about: string
  readonly change: string
}

/** What two pacts say differently about what is asked; examples and names do not matter. */
export function diffPacts(before: PactFile, after: PactFile): readonly Change[] {
  const old = askedIn(before.interactions)
  const now = askedIn(after.interactions)
  const all = [...new Set([...old.keys(), ...now.keys()])].sort()
  return [
    ...all.flatMap((request) => changesOf(request, old.get(request), now.get(request))),
    ...requestChanges(before, after),
  ]
}

function changesOf(about: string, before: Asked | undefined, after: Asked | undefined): Change[] {
  if (before === undefined) return [{ about, change: 'is a new call' }]
  if (after === undefined) return [{ about, change: 'is asked no more' }]
  return [
    ...namesChanged('header', before.headers, after.headers),
    ...namesChanged('parameter', before.parameters, after.parameters),
    ...namesChanged('member of the body', before.members, after.members),
    ...outcomesChanged(before.outcomes, after.outcomes),
  ].map((change) => ({ about, change }))
}

type Names = ReadonlyMap<string, boolean>

function namesChanged(what: string, before: Names, after: Names): string[] {
  const gone = [...before.keys()].filter((name) => !after.has(name))
  const added = [...after.keys()].filter((name) => !before.has(name))
  const [from] = gone
  const [to] = added
  if (gone.length === 1 && added.length === 1 && from !== undefined && to !== undefined) {
    return [`the ${what} ${from} is now ${to}`]
  }
  const kept = [...before].filter(([name, always]) => after.has(name) && after.get(name) !== always)
  return [
    ...gone.map((name) => `the ${what} ${name} is gone`),
    ...added.map((name) => `the ${what} ${name} is new`),
    ...kept.map(([name, always]) =>
      always
        ? `the ${what} ${name} is no longer always there`
        : `the ${what} ${name} is now always there`,
    ),
  ]
}

function outcomesChanged(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  const gone = [...before].filter((each) => !after.has(each)).sort()
  const added = [...after].filter((each) => !before.has(each)).sort()
  return [
    ...gone.map((each) => `the answer ${each} is not met any more`),
    ...added.map((each) => `the answer ${each} is met now`),
  ]
}

const Recorded = z.looseObject({
  seed: z.int(),
  runs: z.int(),
  requestsPerCall: z.record(z.string(), z.int()),
})

/** Only what the same cases led to can be compared. */
function requestChanges(before: PactFile, after: PactFile): Change[] {
  const old = Recorded.safeParse(before.metadata['connectorContract']).data
  const now = Recorded.safeParse(after.metadata['connectorContract']).data
  if (old === undefined || now === undefined) return []
  if (old.seed !== now.seed || old.runs !== now.runs) return []
  const methods = Object.keys({ ...old.requestsPerCall, ...now.requestsPerCall }).sort()
  return methods.flatMap((method): Change[] => {
    const { [method]: was = 0 } = old.requestsPerCall
    const { [method]: is = 0 } = now.requestsPerCall
    if (was === is) return []
    const change = `takes ${is > was ? 'more' : 'fewer'} requests a call: up to ${is}, where it took ${was}`
    return [{ about: method, change }]
  })
}

/** Why the requests a call cannot be compared; undefined where they can, or there are none. */
export function notCompared(before: PactFile, after: PactFile): string | undefined {
  const old = Recorded.safeParse(before.metadata['connectorContract']).data
  const now = Recorded.safeParse(after.metadata['connectorContract']).data
  if (old === undefined || now === undefined) return undefined
  if (old.seed === now.seed && old.runs === now.runs) return undefined
  return 'requests a call were not compared: the pacts were recorded with another seed or number of cases'
}
