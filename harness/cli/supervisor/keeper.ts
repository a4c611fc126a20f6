import type { ChildProcess } from 'node:child_process'
import type { EventEmitter } from 'node:events'
import { killDescendants } from './kill-descendants.ts'
import type { Said } from './said.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/**
 * One Ctrl-C comes twice where npx is between: from the terminal and from npx. Within so many milliseconds it is
 * one and the same.
 */
const ONE_PRESS = 100
const TICK = 1_000
/** After so many ticks without a word the loop of the command's process is blocked. Nothing of ours blocks it so long. */
const SILENT = 60
/** The same once it is to stop: it is not waited for as long. */
const SILENT_ONCE_STOPPED = 5
/** So many ticks after its last word it has ended, unless something keeps it from that. */
const PARTING = 10

type Kept = Pick<ChildProcess, 'pid' | 'kill'>

/** Keeps the process of a command in hand: passes signals on to it, and kills it where it no longer answers. */
export class Keeper {
  readonly #child: Kept
  #stopped: number | undefined
  #timer: NodeJS.Timeout | undefined
  /** Ticks, and not a time of day: of a time in which the machine sleeps, or both are halted, nobody is to blame. */
  #silent = 0
  #sinceLastWord = 0
  #why: string | undefined

  /** @param signals what tells of the signals that this process gets. */
  constructor(child: Kept, signals: EventEmitter = process) {
    this.#child = child
    for (const name of SIGNALS) signals.on(name, () => this.#stop(name))
  }

  /** Why the process was killed from here, in words; undefined: it was not. */
  get why(): string | undefined {
    return this.#why
  }

  hasSpoken(): void {
    this.#silent = 0
  }

  /** From now on the process is killed where it blocks. */
  watch(said: Pick<Said, 'last' | 'isDebugged' | 'isPrinting'>): void {
    this.#timer = setInterval(() => this.#tick(said), TICK)
  }

  /** No signal ends this process from now on either: what is left to do is done in a moment. */
  close(): void {
    clearInterval(this.#timer)
  }

  /** It has had the signal already where that went to the whole group; then once more does nothing. */
  #stop(name: NodeJS.Signals): void {
    if (this.#stopped === undefined) {
      this.#stopped = performance.now()
      this.#silent = 0
      this.#child.kill(name)
    } else if (performance.now() - this.#stopped > ONE_PRESS) {
      this.#kill(`it was stopped at once by a second ${name}`)
    }
  }

  #tick({ last, isDebugged, isPrinting }: Parameters<Keeper['watch']>[0]): void {
    if (isDebugged) return
    if (last !== undefined && ++this.#sinceLastWord > PARTING) {
      this.#kill('its process said what it had come to, and did not end')
    }
    this.#silent = isPrinting ? 0 : this.#silent + 1
    const limit = this.#stopped === undefined ? SILENT : SILENT_ONCE_STOPPED
    if (this.#silent > limit) {
      this.#kill(`its process was blocked for ${limit} s, and has been killed`)
    }
  }

  #kill(why: string): void {
    this.#why ??= why
    // Halted, it starts no others in place of those that are killed.
    this.#child.kill('SIGSTOP')
    if (this.#child.pid !== undefined) killDescendants(this.#child.pid)
    this.#child.kill('SIGKILL')
  }
}
