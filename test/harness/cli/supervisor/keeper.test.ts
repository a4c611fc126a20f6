import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Keeper } from '../../../../harness/cli/supervisor/keeper.ts'

/** A process that does nothing by itself, and what is done to it. */
function kept(said: Partial<Parameters<Keeper['watch']>[0]> = {}) {
  const done: unknown[] = []
  const child = { pid: undefined, kill: (signal: unknown) => done.push(signal) > 0 }
  const signals = new EventEmitter()
  const keeper = new Keeper(child, signals)
  keeper.watch({ last: undefined, isDebugged: false, isPrinting: false, ...said })
  return { keeper, done, signals }
}

const KILLED = ['SIGSTOP', 'SIGKILL']

describe('the process of a command', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is left alone as long as it speaks', () => {
    const { keeper, done } = kept()
    for (let second = 0; second < 200; second += 1) {
      vi.advanceTimersByTime(1_000)
      keeper.hasSpoken()
    }
    expect(done).toEqual([])
    expect(keeper.why).toBeUndefined()
  })

  it('is killed where it is silent for a minute', () => {
    const { keeper, done } = kept()
    vi.advanceTimersByTime(60_000)
    expect(done).toEqual([])
    vi.advanceTimersByTime(1_000)
    expect(done).toEqual(KILLED)
    expect(keeper.why).toBe('its process was blocked for 60 s, and has been killed')
  })

  it('may be silent while somebody debugs it, or has halted the terminal that it writes to', () => {
    for (const said of [{ isDebugged: true }, { isPrinting: true }]) {
      const { done } = kept(said)
      vi.advanceTimersByTime(600_000)
      expect(done).toEqual([])
    }
  })

  it('is handed a signal once, and killed by a second, but not by one that came twice', () => {
    const { keeper, done, signals } = kept()
    signals.emit('SIGINT')
    signals.emit('SIGINT')
    expect(done).toEqual(['SIGINT'])
    vi.advanceTimersByTime(101)
    signals.emit('SIGTERM')
    expect(done).toEqual(['SIGINT', ...KILLED])
    expect(keeper.why).toBe('it was stopped at once by a second SIGTERM')
  })

  it('is killed where it is to stop, and is blocked', () => {
    const { keeper, done, signals } = kept()
    signals.emit('SIGTERM')
    vi.advanceTimersByTime(6_000)
    expect(done).toEqual(['SIGTERM', ...KILLED])
    expect(keeper.why).toBe('its process was blocked for 5 s, and has been killed')
  })

  it('is killed where it has said its last word, and goes on', () => {
    const { keeper, done } = kept({ last: { kind: 'ended', exitCode: 0 } })
    for (let second = 0; second < 11; second += 1) {
      vi.advanceTimersByTime(1_000)
      keeper.hasSpoken()
    }
    expect(done).toEqual(KILLED)
    expect(keeper.why).toBe('its process said what it had come to, and did not end')
  })
})
