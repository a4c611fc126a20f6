import { whyIncomplete } from '../record/incomplete.ts'
import { exitCodeOfFile, type ReportFile } from '../record/report-file.ts'
import { exitCodeOf, type RunReport } from '../record/run-report.ts'
import { verdictWords } from '../words/verdict-words.ts'

/** A verdict for the eye, which colour only repeats: a mark and one word. */
export interface Verdict {
  readonly kind: 'holds' | 'breaks' | 'incomplete'
  readonly mark: string
  /** `FAILS` */
  readonly word: string
  /** The whole of it as a sentence without its full stop. */
  readonly words: string
}

const KINDS = {
  0: { kind: 'holds', mark: '✓', word: 'Passes' },
  1: { kind: 'breaks', mark: '✗', word: 'Fails' },
  3: { kind: 'incomplete', mark: '…', word: 'Incomplete' },
} as const

/** The verdict of one run, as if the report were whole. */
export function verdictOfRun(run: RunReport): Verdict {
  return { ...KINDS[exitCodeOf(run)], words: capital(verdictWords(run)) }
}

/** The verdict of a report: its only run's, or how many of several hold. */
export function verdictOf(report: ReportFile): Verdict {
  const kind = KINDS[exitCodeOfFile(report)]
  const why = whyIncomplete(report)
  const [only, ...others] = report.runs
  if (why !== undefined) return { ...kind, words: capital(why) }
  if (only !== undefined && others.length === 0) return { ...kind, words: verdictOfRun(only).words }
  const verdicts = report.runs.map(verdictOfRun)
  const counted = (wanted: Verdict['kind']) =>
    verdicts.filter((each) => each.kind === wanted).length
  const parts = [
    [counted('breaks'), 'break the contract', 'breaks the contract'],
    [counted('incomplete'), 'have no verdict', 'has no verdict'],
    [counted('holds'), 'hold', 'holds'],
  ] as const
  const words = parts
    .filter(([count]) => count > 0)
    .map(([count, many, one], index) => {
      const of = index === 0 ? ` of ${verdicts.length} runs` : ''
      return `${count}${of} ${count === 1 ? one : many}`
    })
  return { ...kind, words: words.join(', ') }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
