import { type CallScope, currentCall } from './call-scope.ts'
import { messageOf } from './message-of.ts'

let isInstalled = false

/**
 * From now on, what a connector does to this process during a call is its call's and nobody else's: what
 * it writes to standard output and standard error (console included), an exception or rejection that
 * nobody catches, and process.exit. Code outside of calls notices nothing.
 *
 * Listeners would not do for exceptions: vitest has its own, which would fail the whole run for what is
 * one call's outcome. Written past the streams (fs.writeSync, a child's inherited output) is not seen.
 */
export function attributeSideEffects(): void {
  if (isInstalled) return
  isInstalled = true
  captureWrites('stdout')
  captureWrites('stderr')
  captureUncaught()
  captureExit()
}

function captureWrites(name: 'stdout' | 'stderr'): void {
  const stream = process[name]
  const write = stream.write
  Object.assign(stream, {
    write: (chunk: unknown, ...rest: readonly unknown[]): unknown => {
      const call = currentCall.getStore()
      const bytes = call === undefined ? undefined : bytesOf(chunk, rest[0])
      if (call === undefined || bytes === undefined) {
        return Reflect.apply(write, stream, [chunk, ...rest])
      }
      if (!call.isOver) call[name].push(bytes)
      const written = rest.find((argument) => typeof argument === 'function')
      if (written !== undefined) process.nextTick(written)
      return true
    },
  })
}

/** A copy, since a writer may use its buffer again. Undefined for what a stream would refuse. */
function bytesOf(chunk: unknown, encoding: unknown): Buffer | undefined {
  if (chunk instanceof Uint8Array) return Buffer.from(chunk)
  if (typeof chunk !== 'string') return undefined
  const known = typeof encoding === 'string' && Buffer.isEncoding(encoding)
  return Buffer.from(chunk, known ? encoding : 'utf8')
}

/** Thrown in the place of an exit, which has been told of by then. */
class LeftProcess extends Error {}

function captureUncaught(): void {
  const emit = process.emit
  Object.assign(process, {
    emit: (event: unknown, ...rest: readonly unknown[]): unknown => {
      const isUncaught = event === 'uncaughtException' || event === 'unhandledRejection'
      const call = isUncaught ? currentCall.getStore() : undefined
      if (call === undefined) return Reflect.apply(emit, process, [event, ...rest])
      if (rest[0] instanceof LeftProcess) return true
      call.broke({ kind: 'threw', message: `Uncaught: ${messageOf(rest[0])}` })
      return true
    },
  })
}

function captureExit(): void {
  const exit = process.exit
  Object.assign(process, {
    exit: (code?: number | string): never => {
      const call = currentCall.getStore()
      if (call === undefined) return exit(code)
      return stopCall(call, code)
    },
  })
}

/** Throws, so that the connector does not run on after what it took for its end. */
function stopCall(call: CallScope, code: number | string | undefined): never {
  call.broke({ kind: 'crashed', exitCode: Number(code ?? 0), signal: null })
  throw new LeftProcess('The connector called process.exit.')
}
