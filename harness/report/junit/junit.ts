import { familyOf } from '../../checks/index.ts'
import { visible } from '../../text/visible.ts'
import { whyIncomplete } from '../record/incomplete.ts'
import type { ReportFile } from '../record/report-file.ts'
import type { RunReport } from '../record/run-report.ts'
import { nameInRepository } from '../words/place-words.ts'
import { type JunitTest, junitTests } from './junit-tests.ts'
import { junitWaiverTests } from './junit-waiver-tests.ts'
import { type XmlElement, xmlDocument, xmlElement } from './xml.ts'

interface Suite {
  readonly name: string
  readonly timestamp?: string
  readonly seconds: number
  readonly properties: Readonly<Record<string, string | number>>
  readonly tests: readonly (Omit<JunitTest, 'clause'> & { readonly className: string })[]
}

/**
 * A report as JUnit XML, for CI servers: a suite for each run, a test for each clause and method. A broken
 * MUST is a failure (a SHOULD under `--strict`), and so is a waiver that is stale; what was not judged or is waived
 * is skipped with the reason, and trouble of the harness is an error.
 */
export function junitReport(report: ReportFile): string {
  const incomplete = whyIncomplete(report)
  const suites = [
    ...report.runs.map(suiteOf),
    ...(incomplete === undefined ? [] : [suiteOfTrouble(incomplete)]),
  ]
  const tests = suites.flatMap((suite) => suite.tests)
  return xmlDocument(
    xmlElement(
      'testsuites',
      {
        name: 'connector-contract',
        time: seconds(suites.reduce((sum, suite) => sum + suite.seconds, 0)),
        tests: tests.length,
        failures: count(tests, 'failure'),
        errors: count(tests, 'error'),
      },
      suites.map(suiteElement),
    ),
  )
}

function suiteOf(run: RunReport): Suite {
  const name = visible(nameInRepository(run))
  // A dot would be taken for the end of a package.
  const prefix = name.replaceAll('.', '_')
  const { tool, data_source, mode, driver, scheme, seed, profile, timings } = run
  const { name: dataSource, named_by } = data_source
  const namedBy = named_by === undefined ? {} : { data_source_named_by: named_by }
  return {
    name,
    timestamp: timings.started.replace(/\.\d+Z$/, ''),
    seconds: timings.milliseconds / 1_000,
    properties: { tool, data_source: dataSource, ...namedBy, mode, driver, scheme, seed, profile },
    tests: [
      ...junitTests(run).map((test) => ({
        ...test,
        className: `${prefix}.${familyOf(test.clause)}`,
      })),
      ...junitWaiverTests(run).map((test) => ({ ...test, className: `${prefix}.waivers` })),
      {
        name: 'the run is complete',
        className: `${prefix}.run`,
        seconds: 0,
        state:
          run.trouble.length === 0
            ? { kind: 'passed' }
            : { kind: 'error', message: run.trouble.map(visible).join('; ') },
      },
    ],
  }
}

function suiteOfTrouble(message: string): Suite {
  const name = 'the report is complete'
  const state = { kind: 'error', message } as const
  return {
    name,
    seconds: 0,
    properties: {},
    tests: [{ name, className: 'report', seconds: 0, state }],
  }
}

function suiteElement({ name, timestamp, seconds: spent, properties, tests }: Suite): XmlElement {
  return xmlElement(
    'testsuite',
    {
      name,
      tests: tests.length,
      failures: count(tests, 'failure'),
      errors: count(tests, 'error'),
      skipped: count(tests, 'skipped'),
      time: seconds(spent),
      ...(timestamp === undefined ? {} : { timestamp }),
    },
    [
      xmlElement(
        'properties',
        {},
        Object.entries(properties).map(([property, value]) =>
          xmlElement('property', { name: property, value }),
        ),
      ),
      ...tests.map(testElement),
    ],
  )
}

function testElement({
  name,
  className,
  seconds: spent,
  state,
}: Suite['tests'][number]): XmlElement {
  const attributes = { name, classname: className, time: seconds(spent) }
  switch (state.kind) {
    case 'passed': {
      const note = state.note === undefined ? [] : [xmlElement('system-out', {}, [state.note])]
      return xmlElement('testcase', attributes, note)
    }
    case 'failure': {
      const { type, message, text } = state
      return xmlElement('testcase', attributes, [xmlElement('failure', { type, message }, [text])])
    }
    case 'error':
    case 'skipped':
      return xmlElement('testcase', attributes, [
        xmlElement(state.kind, { message: visible(state.message) }),
      ])
  }
}

function count(tests: Suite['tests'], kind: Suite['tests'][number]['state']['kind']): number {
  return tests.filter(({ state }) => state.kind === kind).length
}

function seconds(value: number): string {
  return value.toFixed(3)
}
