import { describe, expect, it } from 'vitest'
import { annotations } from '../../../../harness/report/annotations/annotations.ts'
import { junitReport } from '../../../../harness/report/junit/junit.ts'
import { markdownReport } from '../../../../harness/report/markdown/markdown.ts'
import { reportFile } from '../../../../harness/report/record/report-file.ts'
import { sarifReport } from '../../../../harness/report/sarif/sarif.ts'
import { clauseReport, madeReport, madeViolation } from '../../../support/made-report.ts'

/** The same connector in two folders of one repository, broken in the same case, kept where the run was made. */
const runs = ['packages/one', 'packages/two'].map((folder) =>
  madeReport({
    folder,
    location: 'main.py',
    target: 'python3 main.py transmit abc',
    clauses: [clauseReport('PAGE-1', 'violated')],
    violations: [madeViolation({ replay: 'npx connector-contract replay 1a2b3c4d' })],
  }),
)
const report = reportFile(runs)

describe('two connectors of one repository', () => {
  it('keep apart in SARIF, by category and fingerprint, with files from the root', () => {
    const log = JSON.parse(sarifReport(report))
    const seen = log.runs.map((run: SarifRun) => [
      run.automationDetails.id,
      run.results[0]?.partialFingerprints['connectorContractFailure/v1'],
      run.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri,
    ])
    expect(seen).toEqual([
      [
        'connector-contract/packages/one/python3 main.py transmit abc/',
        ...['packages/one/1a2b3c4d', 'packages/one/main.py'],
      ],
      [
        'connector-contract/packages/two/python3 main.py transmit abc/',
        ...['packages/two/1a2b3c4d', 'packages/two/main.py'],
      ],
    ])
  })

  it('keep apart in JUnit, by the names of suites and classes', () => {
    const text = junitReport(report)
    for (const folder of ['packages/one', 'packages/two']) {
      expect(text).toContain(`<testsuite name="${folder}: python3 main.py transmit abc"`)
      expect(text).toContain(`classname="${folder}: python3 main_py transmit abc.PAGE"`)
    }
  })

  it('are annotated at their own files, with a command that is no id of another machine', () => {
    const [one = '', two = ''] = annotations(report).split('\n')
    expect(one).toMatch(/^::error file=packages\/one\/main\.py,/)
    expect(two).toMatch(/^::error file=packages\/two\/main\.py,/)
    expect(`${annotations(report)}${markdownReport(report)}`).not.toContain('replay 1a2b3c4d')
  })

  it('are told apart in Markdown', () => {
    expect(markdownReport(report)).toContain('packages/two: python3 main.py transmit abc')
  })
})

interface SarifRun {
  readonly automationDetails: { readonly id: string }
  readonly results: readonly {
    readonly partialFingerprints: Readonly<Record<string, string>>
    readonly locations: readonly {
      readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } }
    }[]
  }[]
}
