import type { Method } from '../../contracts/method.ts'
import type { Call, CallResult, Driver } from './driver.ts'

/** After so many calls without an answer, and none with one, a method is not waited for as long. */
const IN_VAIN = 3
/** Every so often it is waited for as long as ever: it may have been the machine. */
const AS_EVER = 5
/** How much of its time it has otherwise, and how much at least, in milliseconds. */
const SHARE = 1 / 4
const LEAST = 500

/**
 * A driver that waits less for a method that has never answered: one that hangs at every call would keep a run waiting
 * for an hour, and nobody learns more from the hundredth call than from the third.
 */
export function lessPatient(driver: Driver): Driver {
  const methods = new Map<Method, Patience>()
  const wrapped = (inner: Driver): Driver => ({
    ...inner,
    call: async (call) => {
      const patience = methods.get(call.method) ?? new Patience()
      methods.set(call.method, patience)
      const result = await inner.call(patience.shorten(call))
      patience.note(result)
      return result
    },
  })
  const { apart } = driver
  if (apart === undefined) return wrapped(driver)
  return {
    ...wrapped(driver),
    apart: { ...apart, run: (work, how) => apart.run((lent) => work(wrapped(lent)), how) },
  }
}

/** What is known of one method. */
class Patience {
  #inVain = 0
  #hasAnswered = false

  shorten(call: Call): Call {
    if (this.#hasAnswered || this.#inVain < IN_VAIN || this.#inVain % AS_EVER === 0) return call
    const least = Math.min(LEAST, call.deadlineMilliseconds)
    const deadlineMilliseconds = Math.max(least, Math.round(SHARE * call.deadlineMilliseconds))
    return { ...call, deadlineMilliseconds }
  }

  note({ kind, disturbed }: CallResult): void {
    if (kind !== 'timed-out') this.#hasAnswered ||= disturbed !== true
    else this.#inVain += 1
  }
}
