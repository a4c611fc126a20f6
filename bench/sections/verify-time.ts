import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { aimed, type Figure, seconds } from '../figure.ts'
import { median } from '../median.ts'

const TARGET = { atMost: 10 }
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** How long `verify` takes on the asynchronous reference connector, with its default number of runs. */
export async function verifyTime(times: number): Promise<Figure[]> {
  const taken: number[] = []
  for (let time = 0; time < times; time += 1) taken.push(await verifyOnce())
  return [
    aimed('verify abc-security-monitor: wall time', median(taken), TARGET, seconds),
    {
      what: 'verify abc-security-monitor: the quickest run',
      measured: seconds(Math.min(...taken)),
    },
  ]
}

async function verifyOnce(): Promise<number> {
  const startedAt = performance.now()
  const verify = spawn(
    process.execPath,
    ['harness/cli/main.ts', 'verify', 'abc-security-monitor'],
    { cwd: ROOT, stdio: 'ignore' },
  )
  const [code] = await once(verify, 'exit')
  if (code !== 0) throw new Error(`verify ended with exit code ${code}: run it to see why`)
  return (performance.now() - startedAt) / 1_000
}
