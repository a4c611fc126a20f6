import { Socket } from 'node:net'
import type { ConnectorFactory } from '../../../../contracts/connector.ts'
import { TargetError } from '../../../errors.ts'
import type { Call, CallResult, Outcome } from '../../driver.ts'
import { loadConnectorModule } from '../../load-connector-module.ts'
import { callerOf } from '../call-module.ts'
import { messageOf } from '../message-of.ts'
import { watchForDamage } from './damage.ts'
import { type Frame, Frames, frameBytes } from './frames.ts'
import type { CallRequest, Request, Said } from './messages.ts'
import { fromWire, toWire } from './wire-value.ts'

const DRIVER = 3
/** As messages.ts has it, which this process does not load: zod would take most of its start. */
const CUT_OFF = 97
/** In bytes. What is asked is the harness's own, and of any length that it likes. */
const LONGEST_REQUEST = 2 ** 31

/** Loads the module, then answers calls until the driver lets go of the other end. */
export async function serve(specifier: string, from: string): Promise<void> {
  // Before the module has a say in it.
  const leave = process.exit.bind(process)
  const driver = new Socket({ fd: DRIVER })
  driver.on('error', () => leave(CUT_OFF))
  driver.on('close', () => leave(0))
  const say = (said: Said, body?: string) => driver.write(frameBytes(said, body))
  const loaded = await load(specifier, from, say)
  if (loaded === undefined) return
  const { factory, declarations } = loaded
  const call = callerOf(factory, (method, outcome) =>
    say({ kind: 'late', method, deed: deedOf(outcome) }),
  )
  // What calls of ours replace in this process is in its place by now.
  const damage = watchForDamage()
  const frames = new Frames(LONGEST_REQUEST)
  const underWay = new Map<number, () => void>()
  const hear = async ({ header, body }: Frame): Promise<void> => {
    const request = header as Request
    const { kind, id } = request
    if (kind === 'give-up') return underWay.get(id)?.()
    const timed = (giveUp: () => void) => underWay.set(id, giveUp)
    await answer(request, body, (each) => call(each, timed), damage, say)
    underWay.delete(id)
  }
  driver.on('data', (chunk: Buffer) => {
    for (const frame of frames.push(chunk)) void hear(frame)
  })
  const { form, text } = toWire(declarations)
  say({ kind: 'ready', form }, text)
}

type Say = (said: Said, body?: string) => void

async function load(
  specifier: string,
  from: string,
  say: Say,
): Promise<{ readonly factory: ConnectorFactory; readonly declarations?: unknown } | undefined> {
  try {
    return await loadConnectorModule(specifier, from)
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    const { message, hint } = error
    say({ kind: 'refused', message, ...(hint === undefined ? {} : { hint }) })
    return undefined
  }
}

async function answer(
  { id, form, method, environment, deadlineMilliseconds }: CallRequest,
  body: string,
  call: (call: Call) => Promise<CallResult>,
  damage: () => string | undefined,
  say: Say,
): Promise<void> {
  const given = fromWire({ form, text: body }) as Pick<
    Call,
    'connection' | 'configuration' | 'arguments'
  >
  const result = await call({ ...given, method, environment, deadlineMilliseconds })
  const { outcome, text } = onTheWire(result)
  const { stdout, stderr } = result
  const damaged = damage()
  say(
    {
      ...{ kind: 'came-out', id, outcome },
      ...(stdout === '' ? {} : { stdout }),
      ...(stderr === '' ? {} : { stderr }),
      ...(damaged === undefined ? {} : { damaged }),
    },
    text,
  )
}

type Written = Extract<Said, { kind: 'came-out' }>['outcome']

function onTheWire(result: CallResult): { readonly outcome: Written; readonly text?: string } {
  switch (result.kind) {
    case 'answered': {
      const { form, text } = toWire(result.value)
      return { outcome: { kind: 'answered', form }, text }
    }
    case 'threw': {
      const { message, trace } = result
      return { outcome: { kind: 'threw', message, ...(trace === undefined ? {} : { trace }) } }
    }
    case 'no-value':
      return { outcome: { kind: 'no-value', reason: result.reason } }
    case 'timed-out':
      return { outcome: { kind: 'timed-out', afterMilliseconds: result.afterMilliseconds } }
    case 'too-much-output':
      return { outcome: { kind: 'too-much-output', bytes: result.bytes } }
    case 'crashed':
      return { outcome: { kind: 'crashed', exitCode: result.exitCode, signal: null } }
    case 'could-not-start':
      return { outcome: { kind: 'threw', message: messageOf(result.reason) } }
  }
}

function deedOf(outcome: Outcome): string {
  if (outcome.kind === 'threw') return outcome.message.slice(0, 500)
  return outcome.kind === 'crashed' ? `process.exit(${outcome.exitCode})` : outcome.kind
}
