import { Declarations } from '../../contracts/declarations.ts'
import type { Plan, VerifyOptions } from '../../harness/engine/plan.ts'
import { plannedAbc } from './abc-source.ts'

/** What a user asks for who says little. */
export function verifyOptions(change: Partial<VerifyOptions> = {}): VerifyOptions {
  return {
    target: { kind: 'module', specifier: 'abc', from: '/home/me' },
    scheme: 'http',
    only: [],
    skip: [],
    seed: 1,
    profile: 'default',
    runs: undefined,
    deadlineMilliseconds: 10_000,
    jobs: 1,
    strict: false,
    declarations: {},
    ...change,
  }
}

/** The plan for an asynchronous connector in process, with no check in it. */
export function madePlan(change: Partial<Plan> = {}): Plan {
  return {
    target: { kind: 'module', specifier: 'abc', from: '/home/me' },
    label: 'abc',
    driver: 'module',
    dataSource: plannedAbc,
    mode: 'asynchronous',
    scheme: 'http',
    declarations: Declarations.parse({}),
    declaredBy: {
      delete: 'default',
      metadata: 'default',
      result_limit: 'default',
      row_key: 'default',
    },
    certificate: { cert: '', key: '' },
    seed: 1,
    profile: 'default',
    callMilliseconds: 1,
    tries: {},
    runs: 50,
    shrinks: 300,
    isShort: false,
    deadlineMilliseconds: 10_000,
    checks: [],
    leftOut: [],
    notApplicable: [],
    ...change,
  }
}
