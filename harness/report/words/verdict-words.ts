import { exitCodeOfFile, type ReportFile } from '../record/report-file.ts'
import { exitCodeOf, type RunReport } from '../record/run-report.ts'
import { waiversThatAre } from './waiver-words.ts'

/** The verdict of a run in a few words, without its target. */
export function verdictWords(run: RunReport): string {
  const count = (outcome: string) => run.clauses.filter((each) => each.outcome === outcome).length
  const [broken, advised, held] = [count('violated'), count('advised'), count('held')]
  const shoulds = advised === 0 ? [] : [`${advised} SHOULD not met`]
  const waived = count('waived') === 0 ? [] : [`${count('waived')} waived`]
  switch (exitCodeOf(run)) {
    case 0:
      return listed([`holds ${clauses(held)}`, ...waived, ...shoulds])
    case 1: {
      const failing = [
        ...(broken === 0 ? [] : [`breaks ${clauses(broken)}`]),
        ...(broken === 0 && run.strict && advised > 0 ? [`does not do ${advised} SHOULD`] : []),
      ]
      const also = broken === 0 && run.strict ? [] : shoulds
      return listed([...failing, ...staleWords(run), ...waived, ...also])
    }
    case 3:
      return run.trouble.length > 0
        ? 'no verdict: the run is incomplete'
        : `no verdict: ${clauses(count('not-shown'))} not shown to hold`
  }
}

/** `✓`, `✗` or, where there is no verdict, `…`. */
export function markOf(report: ReportFile): string {
  return { 0: '✓', 1: '✗', 3: '…' }[exitCodeOfFile(report)]
}

function staleWords(run: RunReport): readonly string[] {
  const count = waiversThatAre(run, 'stale').length
  return count === 0 ? [] : [`has ${count} stale ${count === 1 ? 'waiver' : 'waivers'}`]
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function clauses(number: number): string {
  return `${number} ${number === 1 ? 'clause' : 'clauses'}`
}
