import { cpus } from 'node:os'
import { setTimeout } from 'node:timers/promises'

/** In milliseconds: long enough that what comes and goes counts for little. */
const LOOK = 2_000
/** What a machine does that has nothing to do. */
const QUIET = 0.1

/** How much of the machine others use while this process waits, from 0 to 1. */
export async function othersShare(): Promise<number> {
  const before = times()
  await setTimeout(LOOK)
  const after = times()
  const all = after.all - before.all
  return all === 0 ? 0 : 1 - (after.idle - before.idle) / all
}

/** What a reader of the figures should know of that. */
export function busyWords(share: number): string {
  const percent = `${Math.round(share * 100)}%`
  return share <= QUIET
    ? `others use ${percent} of the machine`
    : `others use ${percent} of the machine: ratios and processor times hold, times and figures a second do not`
}

function times(): { readonly idle: number; readonly all: number } {
  const each = cpus().map((cpu) => cpu.times)
  const sum = (values: readonly number[]) => values.reduce((sofar, value) => sofar + value, 0)
  return {
    idle: sum(each.map(({ idle }) => idle)),
    all: sum(each.map(({ user, nice, sys, idle, irq }) => user + nice + sys + idle + irq)),
  }
}
