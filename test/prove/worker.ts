import { CLAIMS } from '../support/claims.ts'
import { type Verdict, verdicts } from '../variants/verdict.ts'
import { warmAndCold } from '../variants/warm-and-cold.ts'
import { DEFECTS } from '../wrapped/defects.ts'
import { CORRECT_CONNECTORS } from '../wrapped/support/correct.ts'
import { checkFor, pairOf } from '../wrapped/support/pairs.ts'
import { verdictOn } from '../wrapped/support/verdict-on.ts'
import type { AnyJob, Job, JobResult, WarmJob, WarmResult, WrappedJob } from './job.ts'

/** Does jobs as they come over the channel to its parent, one after the other. */
process.on('message', (job: AnyJob) => {
  void resultOf(job).then((result) => process.send?.(result))
})

/** Of a job for a sole witness, so many checks come first: the likeliest to fail too, where it then stops. */
const LIKELIEST = 6

// Its parent is gone: nobody waits for a result.
process.on('disconnect', () => process.exit())

function resultOf(job: AnyJob): Promise<JobResult<Job | WrappedJob> | WarmResult> {
  if ('bothWays' in job) return doWarm(job)
  return 'defect' in job ? doWrapped(job) : doJob(job)
}

async function doJob(job: Job): Promise<JobResult> {
  const states: Record<string, string> = {}
  const reasons: Record<string, string> = {}
  const checks = job.checks
    .flatMap((name) => CLAIMS.filter((check) => check.name === name))
    .map((check) => (job.madeAlone === true ? { ...check, always: () => [] } : check))
  try {
    // Those that mostly wait do so beside the others of their batch: the fewer batches, the quicker.
    const ends = job.alone === undefined ? [checks.length] : [1, LIKELIEST, checks.length]
    for (const [index, end] of ends.entries()) {
      const batch = checks.slice(ends[index - 1] ?? 0, end)
      const effort = index === 0 ? {} : job.others
      for (const verdict of await verdicts(job.target, batch, { ...job, ...effort })) {
        states[verdict.check.name] = verdict.result.state
        const reason = reasonOf(verdict)
        if (reason !== undefined) reasons[verdict.check.name] = reason
      }
      if (job.alone !== undefined && othersThan(job.alone, states)) break
    }
  } catch (error) {
    reasons['the job'] = error instanceof Error ? error.message : String(error)
  }
  return { job, states, reasons }
}

async function doWrapped(job: WrappedJob): Promise<JobResult<WrappedJob>> {
  const correct = CORRECT_CONNECTORS.find(({ name }) => name === job.connector)
  const defect = DEFECTS[job.defect]
  if (correct === undefined || defect === undefined) throw new Error('the job names none')
  const { name } = checkFor(defect)
  const pair = pairOf(defect, correct)
  if (pair === undefined) throw new Error(`${defect.defect} cannot be put to ${correct.name}`)
  const result = await verdictOn(pair, job.seed)
  const reason = 'reason' in result ? result.reason : undefined
  return {
    job,
    states: { [name]: result.state },
    reasons: reason === undefined ? {} : { [name]: reason },
  }
}

/** Once more where something differs: a busy machine has a call miss a timeout, once. */
async function doWarm(job: WarmJob): Promise<WarmResult> {
  const claims = CLAIMS.filter(({ name }) => job.checks.includes(name))
  const tried = () => warmAndCold(job.target, claims, { ...job, scheme: 'mostly-http' })
  const first = await tried()
  return { job, found: first.differences.length === 0 ? first : await tried() }
}

function othersThan(alone: string, states: Readonly<Record<string, string>>): boolean {
  return Object.entries(states).some(([name, state]) => name !== alone && state === 'violated')
}

function reasonOf({ result }: Verdict): string | undefined {
  // Nothing is waived where defects are proved.
  if (result.state === 'held' || result.state === 'waived') return undefined
  if (result.state !== 'violated') return result.reason
  return `expected ${result.violation.expected}, got ${result.violation.actual}`
}
