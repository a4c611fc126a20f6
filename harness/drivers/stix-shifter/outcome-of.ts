import { answered } from '../answered.ts'
import type { Outcome } from '../driver.ts'
import type { Reply } from './messages.ts'
import { pythonValue } from './python-value.ts'
import type { Exchange } from './worker-process.ts'

/** How worker.py ends where its connector has closed what carries the answer. */
const PROTOCOL_GONE = 97
const GONE = 'it closed the descriptors of its process, with the one that carries its answer'
/** In levels, as answered.ts has it. */
const TOO_DEEP = 'an answer nested deeper than every reader of JSON takes'

/** What a call came to, by what was exchanged with its worker. */
export function outcomeOf(exchange: Exchange): Outcome {
  switch (exchange.kind) {
    case 'replied':
      return outcomeOfReply(exchange.reply)
    case 'ended': {
      const { exitCode, signal } = exchange
      if (exitCode === PROTOCOL_GONE) return { kind: 'no-value', reason: GONE }
      return { kind: 'crashed', exitCode, signal }
    }
    case 'timed-out':
      return { kind: 'timed-out', afterMilliseconds: exchange.afterMilliseconds }
    case 'too-much-output':
      return { kind: 'too-much-output', bytes: exchange.bytes }
    case 'crashed': {
      const { exitCode, signal, why } = exchange
      return { kind: 'crashed', exitCode, signal, ...(why === undefined ? {} : { why }) }
    }
  }
}

function outcomeOfReply(reply: Reply): Outcome {
  switch (reply.kind) {
    case 'answered':
      return answered(reply.value)
    case 'answered-oddly':
      return answered(pythonValue(reply.value))
    case 'threw': {
      const { message, trace } = reply
      return { kind: 'threw', message, ...(trace === undefined ? {} : { trace }) }
    }
    case 'exited':
      return { kind: 'crashed', exitCode: reply.exitCode, signal: null }
    case 'too-deep':
      return { kind: 'no-value', reason: TOO_DEEP }
    case 'too-large':
      return { kind: 'too-much-output', bytes: reply.characters }
    default:
      return { kind: 'no-value', reason: `the worker replied ${reply.kind} to a call` }
  }
}
