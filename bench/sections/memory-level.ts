import { asPublished } from '../as-published.ts'
import { aimed, type Figure, megabytes, ratio } from '../figure.ts'
import { runVerify } from '../run-verify.ts'

const WORDS = ['abc-security-monitor', '--only', 'PAGE-1,ENV-1'] as const
/** Made cases a check. Below the first, what a heap grows by before it is looked through is most of it. */
const FEW = 100
const MANY = 1_000
const LEVEL = { atMost: 1.25 }
const MOST = { atMost: 300e6 }

/**
 * What the largest process of a `verify` holds with some made cases a check, and with ten times as many: what each case
 * leaves behind would show.
 */
export function memoryLevel(): Promise<Figure[]> {
  return asPublished(async (program) => {
    const few = await held(program, FEW)
    const many = await held(program, MANY)
    if (few === undefined || many === undefined) return []
    const what = `verify ${WORDS.slice(1).join(' ')}: its largest process, --runs`
    return [
      aimed(`${what} ${FEW}`, few, undefined, megabytes),
      aimed(`${what} ${MANY}`, many, MOST, megabytes),
      aimed(`${what} ${MANY} / ${FEW}`, many / few, LEVEL, ratio),
    ]
  })
}

async function held(program: string, runs: number): Promise<number | undefined> {
  return (await runVerify([program, 'verify', ...WORDS, '--runs', String(runs)])).mostRss
}
