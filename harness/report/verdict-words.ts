import { exitCodeOfFile, type ReportFile } from './report-file.ts'
import { exitCodeOf, type RunReport } from './run-report.ts'

/** The verdict of a run in a few words, without its target. */
export function verdictWords(run: RunReport): string {
  const count = (outcome: string) => run.clauses.filter((each) => each.outcome === outcome).length
  const [broken, advised, held] = [count('violated'), count('advised'), count('held')]
  const shoulds = advised === 0 ? '' : ` and ${advised} SHOULD not met`
  switch (exitCodeOf(run)) {
    case 0:
      return `holds ${clauses(held)}${shoulds}`
    case 1:
      return broken === 0 ? `does not do ${advised} SHOULD` : `breaks ${clauses(broken)}${shoulds}`
    case 3:
      return `no verdict: the run is incomplete`
  }
}

/** `✓`, `✗` or, where there is no verdict, `…`. */
export function markOf(report: ReportFile): string {
  return { 0: '✓', 1: '✗', 3: '…' }[exitCodeOfFile(report)]
}

function clauses(number: number): string {
  return `${number} ${number === 1 ? 'clause' : 'clauses'}`
}
