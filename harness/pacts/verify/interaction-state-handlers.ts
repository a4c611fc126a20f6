import type { VerifierOptions } from '@pact-foundation/pact'
import type { FromVerifier, StateParams, StateReply } from './verifier-protocol.ts'

type StateHandlers = NonNullable<VerifierOptions['stateHandlers']>

/** Handlers that have every state set by the process that started this one. */
export function interactionStateHandlers(
  states: readonly string[],
  say: (message: FromVerifier) => void,
): StateHandlers {
  const waiting = new Map<number, (reply: StateReply) => void>()
  let asked = 0
  process.on('message', (message) => {
    const reply = message as StateReply
    waiting.get(reply.number)?.(reply)
  })
  const handlerOf = (name: string) => ({
    setup: async (parameters: unknown): Promise<Record<string, string>> => {
      const number = ++asked
      const { values, problem } = await new Promise<StateReply>((resolve) => {
        waiting.set(number, resolve)
        say({ kind: 'state', number, name, params: (parameters ?? {}) as StateParams })
      })
      if (problem !== undefined) throw new Error(problem)
      return { ...values }
    },
  })
  return Object.fromEntries(states.map((name) => [name, handlerOf(name)]))
}
