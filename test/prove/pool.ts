import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ROOM_FOR_THE_YOUNG } from '../../harness/drivers/process/node-flags.ts'
import type { AnyJob, ResultOf } from './job.ts'

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url))

/**
 * Does jobs in so many processes at once.
 *
 * @param done told of each result as it comes, with how many there are by then.
 * @returns the results in the order of the jobs.
 */
export async function doJobs<Kind extends AnyJob>(
  jobs: readonly Kind[],
  width: number,
  done: (count: number) => void,
): Promise<readonly ResultOf<Kind>[]> {
  const results: ResultOf<Kind>[] = []
  let next = 0
  let count = 0
  const work = async () => {
    const worker = fork(WORKER, {
      execArgv: [ROOM_FOR_THE_YOUNG],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    try {
      for (let index = next++; index < jobs.length; index = next++) {
        results[index] = await doOne(worker, jobs[index] as Kind)
        done(++count)
      }
    } finally {
      worker.kill('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: width }, work))
  return results
}

function doOne<Kind extends AnyJob>(worker: ChildProcess, job: Kind): Promise<ResultOf<Kind>> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) =>
      reject(new Error(`the process for ${job.connector} ended with ${code}`))
    worker.once('exit', died)
    worker.once('message', (result: ResultOf<Kind>) => {
      worker.off('exit', died)
      resolve(result)
    })
    worker.send(job)
  })
}
