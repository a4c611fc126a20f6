import { type ChildProcess, spawn } from 'node:child_process'

/** Turns for ever, but ends with whoever has started it, however that ends. */
const TURN = `
const parent = process.ppid
while (process.ppid === parent) for (let turn = 0; turn < 1e7; turn += 1);
`

/** Does some work with so many busy processes beside it, which end when it does. */
export async function besideBusy<Result>(
  count: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const busy: ChildProcess[] = []
  try {
    for (let index = 0; index < count; index += 1) {
      busy.push(spawn(process.execPath, ['-e', TURN], { stdio: 'ignore' }))
    }
    return await work()
  } finally {
    for (const each of busy) each.kill('SIGKILL')
  }
}
