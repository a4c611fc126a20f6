import { execFile } from 'node:child_process'
import { closeSync, openSync, readSync } from 'node:fs'

/** In milliseconds. A process may take a gigabyte in less; what it takes beyond its bound is soon given back. */
const EVERY = 100
/** `ps` is a process of its own, and is asked less often. */
const EVERY_BY_PS = 1_000
/** In bytes, of what /proc counts memory in. Node does not tell; all of Linux's machines that it runs on have this. */
const PAGE = 4_096

/** Why a process was ended, in words. */
export function tookTooMuch(bytes: number, mostBytes: number): string {
  const megabytes = (each: number) => `${Math.round(each / 1_048_576)} MB`
  return `it took ${megabytes(bytes)} of memory, more than --memory allows (${megabytes(mostBytes)})`
}

/** What /proc says in of memory is shorter. */
const LONGEST_LINE = 256
const LINE = Buffer.alloc(LONGEST_LINE)

interface Watched {
  readonly mostBytes: number
  readonly exceeded: (bytes: number) => void
  /** Where /proc says it: opened once, since there are ten looks a second at each process. */
  file?: number
}

const watched = new Map<number, Watched>()
let timer: NodeJS.Timeout | undefined

/**
 * Watches how much memory a process holds, from outside: one that allocates without end does not hear its own timers.
 *
 * @param exceeded told once, with the bytes that the process held.
 * @returns what ends the watch.
 */
export function watchMemory(
  pid: number,
  mostBytes: number,
  exceeded: (bytes: number) => void,
): () => void {
  watched.set(pid, { mostBytes, exceeded })
  const isLinux = process.platform === 'linux'
  timer ??= setInterval(isLinux ? lookInProc : lookByPs, isLinux ? EVERY : EVERY_BY_PS).unref()
  return () => {
    forget(pid)
    if (watched.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function lookInProc(): void {
  for (const [pid, watch] of watched) judge(pid, residentBytes(pid, watch))
}

/** Zero where the process is gone. */
function residentBytes(pid: number, watch: Watched): number {
  try {
    watch.file ??= openSync(`/proc/${pid}/statm`, 'r')
    const length = readSync(watch.file, LINE, 0, LONGEST_LINE, 0)
    const [, resident = 0] = LINE.toString('latin1', 0, length).split(' ')
    return Number(resident) * PAGE
  } catch {
    return 0
  }
}

function forget(pid: number): void {
  const { file } = watched.get(pid) ?? {}
  watched.delete(pid)
  if (file !== undefined) closeSync(file)
}

function lookByPs(): void {
  const pids = [...watched.keys()].join(',')
  execFile('ps', ['-o', 'pid=,rss=', '-p', pids], (_error, output) => {
    for (const line of output.split('\n')) {
      const [pid, kilobytes] = line.trim().split(/\s+/).map(Number)
      if (pid !== undefined && kilobytes !== undefined) judge(pid, kilobytes * 1_024)
    }
  })
}

function judge(pid: number, bytes: number): void {
  const watch = watched.get(pid)
  if (watch === undefined || bytes <= watch.mostBytes) return
  forget(pid)
  watch.exceeded(bytes)
}
