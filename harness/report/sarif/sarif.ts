import { BASIS_WORDS, basisOf } from '../../../contracts/basis.ts'
import { CLAUSES } from '../../../contracts/clauses.ts'
import { describeCase } from '../brief/describe-case.ts'
import { writtenBy } from '../lines/written-lines.ts'
import { whyIncomplete } from '../record/incomplete.ts'
import type { ReportFile } from '../record/report-file.ts'
import {
  exitCodeOf,
  isFailing,
  type ReportedViolation,
  type RunReport,
} from '../record/run-report.ts'
import { failedBehind } from '../words/failed-words.ts'
import { notShownSentences } from '../words/not-shown.ts'
import { fileOf } from '../words/place-words.ts'
import { titleOf } from '../words/title-words.ts'
import { suppressionsOf, waiverNotifications } from './sarif-waivers.ts'
import { GITHUB, type SarifLimits, withinLimits } from './within-limits.ts'

/** Lines of what the connector wrote: a message is shown in a list. */
const MOST_WRITTEN = 6

const LEVELS = { MUST: 'error', SHOULD: 'warning', MAY: 'note' } as const

/** A report as SARIF 2.1.0, for code scanning: a run for each run, a rule for each clause, a result for each violation. */
export function sarifReport(report: ReportFile): string {
  return sarifWithin(report, GITHUB)
}

/** The same within other limits. */
export function sarifWithin(report: ReportFile, limits: SarifLimits): string {
  const incomplete = whyIncomplete(report)
  const runs = [
    ...report.runs.map(runOf),
    ...(incomplete === undefined ? [] : [runOfTrouble(incomplete)]),
  ]
  return withinLimits(runs, logOf, limits)
}

function logOf(runs: readonly unknown[]): string {
  const $schema = 'https://json.schemastore.org/sarif-2.1.0.json'
  return `${JSON.stringify({ $schema, version: '2.1.0', runs }, null, 2)}\n`
}

function runOf(run: RunReport) {
  const end = new Date(Date.parse(run.timings.started) + run.timings.milliseconds)
  return {
    tool: { driver: driverOf(run.tool) },
    automationDetails: { id: categoryOf(run) },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: run.trouble.length === 0,
        exitCode: exitCodeOf(run),
        startTimeUtc: run.timings.started,
        endTimeUtc: end.toISOString(),
        toolExecutionNotifications: [...run.trouble, ...notShownSentences(run)].map(notification),
        ...waiverNotifications(run),
      },
    ],
    properties: { dataSource: run.data_source },
    results: run.violations.map((violation) => ({
      ...resultOf(violation, run),
      ...suppressionsOf(violation, run),
    })),
  }
}

/** What keeps the runs of a repository apart in code scanning. */
function categoryOf({ folder, target }: RunReport): string {
  return ['connector-contract', ...(folder === undefined ? [] : [folder]), target, ''].join('/')
}

/** Of a report that is cut short nobody must think that it found nothing more. */
function runOfTrouble(words: string) {
  return {
    tool: { driver: driverOf('connector-contract') },
    invocations: [
      { executionSuccessful: false, toolExecutionNotifications: [notification(words)] },
    ],
    results: [],
  }
}

function notification(text: string) {
  return { level: 'error', message: { text } }
}

function driverOf(tool: string) {
  const [name = tool, version] = tool.split(' ')
  return {
    name,
    ...(version === undefined ? {} : { version, semanticVersion: version }),
    rules: RULES,
  }
}

const RULES = CLAUSES.map((clause) => {
  const { id, level, title, text, source } = clause
  const should = 'should' in clause ? [`SHOULD: ${clause.should}`] : []
  const basis = basisOf(clause)
  const rests = `Rests on ${BASIS_WORDS[basis]}.`
  const help = [
    text,
    ...should,
    `Methods: ${clause.methods.join(', ')}.`,
    `Source: ${source}.`,
    rests,
  ]
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text },
    help: { text: help.join('\n\n') },
    defaultConfiguration: { level: LEVELS[level] },
    properties: { tags: ['connector-contract', id.split('-')[0], basis], basis },
  }
})

function resultOf(violation: ReportedViolation, run: RunReport) {
  const { folder, location, strict } = run
  const { id, clause, check, level, counterexample, again, replay, reproduce } = violation
  return {
    ruleId: clause,
    ruleIndex: RULES.findIndex((rule) => rule.id === clause),
    level: isFailing(violation, strict) ? 'error' : LEVELS[level],
    message: { text: messageOf(violation) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(fileOf(run) ?? location), uriBaseId: '%SRCROOT%' },
          region: { startLine: 1 },
        },
      },
    ],
    // Two connectors of one repository may break a clause in the same case.
    partialFingerprints: {
      'connectorContractFailure/v1': folder === undefined ? id : `${folder}/${id}`,
    },
    properties: {
      ...{ check, counterexample, again },
      ...(replay === undefined ? {} : { replay }),
      ...(reproduce === undefined ? {} : { reproduce }),
    },
  }
}

function messageOf(violation: ReportedViolation): string {
  const { claim, expected, actual, explanation, counterexample, again, failed, transcript } =
    violation
  return [
    `${titleOf(violation)}.`,
    `Claim: ${claim}.`,
    `Case: ${describeCase(counterexample)}.`,
    `Expected ${expected}, got ${actual}${failedBehind(failed)}.`,
    ...explanation.map((words) => `Because ${words}.`),
    ...(writtenBy(transcript.at(-1))?.lines.slice(-MOST_WRITTEN) ?? []),
    // What is kept of a failure is on another machine.
    `Verify again: ${again}`,
  ].join('\n')
}

/** A path as a reference relative to the root of the sources. */
function uriOf(path: string): string {
  // A colon in the first segment would be taken for the end of a scheme.
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/')
}
