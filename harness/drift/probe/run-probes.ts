import type { Request } from '../exchange.ts'
import type { Side } from '../side.ts'
import type { Expected } from './expected.ts'
import type { Observer } from './observer.ts'

/** One request whose answer is all that is looked at. */
export interface Probe {
  readonly name: string
  readonly request: Request
  readonly expected: Expected
}

/** Sends one request after the other and writes down each answer. */
export async function runProbes(
  side: Side,
  observe: Observer,
  probes: readonly Probe[],
): Promise<void> {
  for (const { name, request, expected } of probes) {
    observe.answer(name, await side.send(request), expected)
  }
}
