import { writeSync } from 'node:fs'
import { url as inspectorUrl } from 'node:inspector'
import { Socket } from 'node:net'
import { endMarked, MARK } from '../../drivers/process/marked-processes.ts'
import { killDescendants } from './kill-descendants.ts'
import type { Message } from './protocol.ts'

/** The pipes that a supervisor adds to the standard streams of a command's process, as that has them. */
const TELLS = 3
const LIVES = 4
/** How often the process says that its loop turns, in milliseconds. */
const BEAT = 1_000

let isOpen = false

/**
 * Opens the line from this process to its supervisor. Node gives neither of its pipes to a process that is started
 * from here. Once the supervisor is gone, however that came, this process and those that it has started are too.
 */
export function openLine(): void {
  isOpen = true
  const life = new Socket({ fd: LIVES, readable: true, writable: false })
  life.on('close', die)
  life.on('error', die)
  life.resume()
  life.unref()
  tellAlive()
  setInterval(tellAlive, BEAT).unref()
  for (const stream of [process.stdout, process.stderr]) if (stream.isTTY) tellOfPrinting(stream)
}

/** Whether this process has a supervisor, which also sees to a second Ctrl-C. */
export function isSupervised(): boolean {
  return isOpen
}

/** Tells the supervisor, where there is one. It is told at once: the next line of code may be the last. */
export function tell(message: Message): void {
  if (!isOpen) return
  const bytes = Buffer.from(`${JSON.stringify(message)}\n`)
  try {
    for (let from = 0; from < bytes.length; ) from += writeSync(TELLS, bytes, from)
  } catch {
    die()
  }
}

function tellAlive(): void {
  tell({ kind: 'alive', debugged: inspectorUrl() !== undefined })
}

/** A terminal that somebody has halted takes nothing, and whoever writes to it waits. */
function tellOfPrinting(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream) as (...args: readonly unknown[]) => boolean
  const told = (...args: readonly unknown[]): boolean => {
    tell({ kind: 'printing', is: true })
    try {
      return write(...args)
    } finally {
      tell({ kind: 'printing', is: false })
    }
  }
  Object.assign(stream, { write: told })
}

function die(): void {
  isOpen = false
  killDescendants(process.pid)
  const mark = process.env[MARK]?.split(',').at(-1)
  if (mark !== undefined) endMarked((marks) => marks.split(',').includes(mark))
  process.kill(process.pid, 'SIGKILL')
}
