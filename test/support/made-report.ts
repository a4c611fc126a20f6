import { Declarations } from '../../contracts/declarations.ts'
import type {
  ClauseReport,
  ReportedViolation,
  RunReport,
  Timings,
} from '../../harness/report/record/run-report.ts'
import { defaultSettings, type JournalEntry, type Snapshot } from '../../mock-datasource/index.ts'
import { abcSource } from './abc-source.ts'

/** A state of a data source, for records in which it is beside the point. */
export const NO_SNAPSHOT: Snapshot = {
  format: 'connector-contract mock 2',
  dataSource: abcSource.name,
  settings: { ...defaultSettings(abcSource.credentials), accounts: [] },
  sources: [{ rows: 1_000, seed: 1 }],
  searches: [],
  searchesMade: 0,
  idsIssued: 0,
  faults: [],
  faultsAdded: 0,
}

/** One exchange of the journal. */
export function madeExchange(change: Partial<JournalEntry> = {}): JournalEntry {
  return {
    sequence: 1,
    at: 0,
    operation: 'results',
    request: { method: 'GET', path: '/api/v1/searches/a/results?offset=0&limit=2', headers: {} },
    response: { status: 200, headers: {}, body: '{"code":200,"data":[]}' },
    secrets: [],
    connection: { number: 1, encrypted: false },
    ...change,
  }
}

/** A violation of PAGE-1 as a run reports it. */
export function madeViolation(change: Partial<ReportedViolation> = {}): ReportedViolation {
  return {
    clause: 'PAGE-1',
    check: 'PAGE-1',
    level: 'MUST',
    claim: 'results(id, offset, length) is rows [offset, offset + length)',
    expected: 'rows b, c',
    actual: 'rows a, b',
    explanation: [],
    counterexample: { rows: 3, pageSize: 10, offset: 1, length: 2 },
    seed: 1,
    transcript: [
      {
        method: 'results',
        arguments: ['"a"', '1', '2'],
        answer: '{"success":true,"data":[{"id":"a"},{"id":"b"}]}',
        exchanges: [madeExchange()],
        command: 'npx connector-contract transmit abc …',
      },
    ],
    latestCall: undefined,
    snapshot: NO_SNAPSHOT,
    id: '1a2b3c4d',
    again: 'npx connector-contract verify abc --only PAGE-1 --seed 1',
    ...change,
  }
}

/** A record of a run over a few clauses, which holds. */
export function madeReport(change: Partial<RunReport> = {}): RunReport {
  return {
    tool: 'connector-contract 0.0.0',
    target: 'abc',
    driver: 'module',
    location: 'abc.ts',
    data_source: {
      name: 'abc-security-monitor',
      title: 'ABC Security Monitor',
      hash: '0123456789abcdef'.repeat(4),
    },
    declarations: Declarations.parse({}),
    declaredBy: {
      delete: 'default',
      metadata: 'default',
      result_limit: 'default',
      row_key: 'default',
    },
    mode: 'asynchronous',
    scheme: 'https',
    seed: 1,
    profile: 'default',
    runs: 50,
    rounds: 1,
    strict: false,
    options: {
      only: [],
      skip: [],
      runs: null,
      budgetSeconds: 600,
      timeoutSeconds: 10,
      declarations: {},
    },
    plan: { checks: ['MODE-1', 'PAGE-1'], leftOut: [], notApplicable: [] },
    clauses: [clauseReport('MODE-1', 'held'), clauseReport('PAGE-1', 'held')],
    checks: [],
    violations: [],
    matrix: [],
    coverage: { clauses: [], faults: [], codes: [] },
    trouble: [],
    timings: madeTimings(),
    ...change,
  }
}

/** The times of such a run. */
export function madeTimings(change: Partial<Timings> = {}): Timings {
  return {
    started: '2026-11-24T12:00:00.000Z',
    milliseconds: 1_234,
    callMilliseconds: 1,
    jobs: 2,
    checks: [],
    ...change,
  }
}

/** What a run says of a clause after three cases. */
export function clauseReport(
  clause: ClauseReport['clause'],
  outcome: ClauseReport['outcome'],
): ClauseReport {
  return { clause, level: 'MUST', outcome, cases: { tried: 3, planned: 3 } }
}
