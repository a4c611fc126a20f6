import type { SerializedError } from 'vitest'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import type { CheckResult } from '../kit/result.ts'

/** Collects the checks' results out of a vitest run. vitest itself prints nothing. */
export class ResultCollector implements Reporter {
  readonly results = new Map<string, CheckResult>()
  readonly trouble: string[] = []
  readonly #progress: (check: string, result: CheckResult) => void

  /** @param progress told of each check as it ends. */
  constructor(progress: (check: string, result: CheckResult) => void) {
    this.#progress = progress
  }

  onTestCaseResult(testCase: TestCase): void {
    const { check, result } = testCase.meta()
    if (check === undefined || result === undefined) return
    this.results.set(check, result)
    this.#progress(check, result)
  }

  onTestModuleEnd(module: TestModule): void {
    for (const error of module.errors()) this.trouble.push(wordsOf(error))
  }

  onTestRunEnd(_modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    for (const error of errors) this.trouble.push(wordsOf(error))
  }
}

/** Of a worker that died, only the cause says how. */
function wordsOf({ message, cause }: SerializedError): string {
  return cause === undefined ? message : `${message} (cause: ${cause.message})`
}
