import { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import type { RunningProcess } from '../running-process.ts'

/** A process that the parent has forked, as far as `ChildProcess` is like it. */
export class WarmChild extends EventEmitter implements RunningProcess {
  exitCode: number | null = null
  signalCode: NodeJS.Signals | null = null
  /** Its parent has ended: nobody knows how it ends. */
  isLost = false
  readonly pid: number
  readonly stdout: Socket
  readonly stderr: Socket
  #open = 2
  #isOver = false

  constructor(pid: number, stdout: Socket, stderr: Socket) {
    super()
    this.pid = pid
    this.stdout = stdout
    this.stderr = stderr
    for (const stream of [stdout, stderr]) {
      stream.once('close', () => {
        this.#open -= 1
        this.#closeIfOver()
      })
    }
  }

  end(exitCode: number | null, signalCode: NodeJS.Signals | null): void {
    if (this.#isOver) return
    this.#isOver = true
    this.exitCode = exitCode
    this.signalCode = signalCode
    this.emit('exit')
    this.#closeIfOver()
  }

  lose(): void {
    this.isLost = true
    this.end(null, 'SIGKILL')
  }

  #closeIfOver(): void {
    if (this.#isOver && this.#open === 0) this.emit('close')
  }
}
