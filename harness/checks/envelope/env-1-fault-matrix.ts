import { ErrorCode } from '../../../contracts/error-code.ts'
import { METHODS, type Method } from '../../../contracts/method.ts'
import type { Answer } from '../../kit/answer.ts'
import { callMethod } from '../../kit/call-method.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'
import oneOfTwoEnvelopes from '../../kit/invariants/env-1-one-of-two-envelopes.ts'
import successIsBoolean from '../../kit/invariants/env-2-success-is-boolean.ts'
import { isWaitedFor } from '../../kit/is-waited-for.ts'
import { printable } from '../../kit/printable.ts'
import { requestsOf } from '../../kit/requests.ts'
import { isRightAnswer } from '../../kit/right-answer.ts'
import type { Session, TestSearch } from '../../kit/session.ts'
import { CaseDoesNotFit } from '../../kit/violation.ts'
import { faultMatrix, MATRIX_TIMEOUT_SECONDS } from './fault-matrix.ts'

interface CellCase {
  readonly fault: string
  readonly method: Method
}

const ROWS = 9
const PAGE_SIZE = 4

/**
 * ENV-1. Every kind of fault under every method, a cell of the report's fault matrix each. Here only a call that gives
 * no answer breaks the clause: what an answer is, is judged of every one, and whether the outcome is one of those allowed,
 * which the cell says too, by the clause that allows them.
 */
export default defineCheck<CellCase>({
  clause: 'ENV-1',
  aspect: 'fault matrix',
  claim: 'every method gives an answer under every kind of fault',
  provides: ['ENV-2', 'ENV-3', 'ENV-5', 'ENV-6', 'SEC-1', 'SEC-2'],
  waits: true,
  whole: true,
  cases: ({ source }) =>
    faultMatrix(source).flatMap(({ fault }) =>
      METHODS.map((method): CellCase => ({ fault, method })),
    ),
  tells: ({ fault, method }) => `${method} ${fault}`,
  async run(session, { fault, method }) {
    const row = faultMatrix(session.source).find((each) => each.fault === fault)
    if (row === undefined) {
      throw new CaseDoesNotFit(session.source.title, `its fault matrix has no row "${fault}"`)
    }
    const search = await session.dataSource.completedSearch({ rows: ROWS, pageSize: PAGE_SIZE })
    session.dataSource.fault(typeof row.spec === 'function' ? row.spec(method) : row.spec)
    const timeout = MATRIX_TIMEOUT_SECONDS
    const waits = ['hang', 'drip', 'silent-connection'].includes(fault)
    const connector = waits
      ? session.connectorAt({ connection: { options: { timeout } } })
      : session.connector
    const answer = await callMethod(connector, method, search)
    const outcome = outcomeOf(answer, session, search)
    const [{ struck } = { struck: 0 }] = session.dataSource.control.faults()
    const isMet = struck > 0 || requestsOf(answer, session.source).length > 0
    const allowed = isMet ? row.allowed(method, session.declarations) : ['right answer']
    const held = isAllowed(outcome, allowed)
    session.fillCell({ fault, method, outcome, allowed, held, clause: row.clause })
    if (isWaitedFor(answer.result)) violated('an answer', describeAnswer(answer))
  },
})

const NO_ENVELOPE = 'no envelope'

function outcomeOf(answer: Answer, session: Session, search: TestSearch): string {
  const { reading, method } = answer
  if (!isStrictly(answer, session)) return NO_ENVELOPE
  if (reading.kind === 'failure') return codeOf(reading.envelope['code'])
  const isAnswer = method === 'is_async' ? reading.kind === 'boolean' : reading.kind === 'success'
  if (!isAnswer) return NO_ENVELOPE
  return isRightAnswer(answer, session, search) ? 'right answer' : 'wrong answer'
}

/** Whether it is an envelope to the letter, where other checks read it as a caller with good will would. */
function isStrictly(answer: Answer, session: Session): boolean {
  const call = { answer, change: {}, secrets: session.secrets, capabilities: session }
  const broken = [oneOfTwoEnvelopes, successIsBoolean].filter(
    (invariant) => invariant.concerns(call) && invariant.judge(call) !== undefined,
  )
  return broken.length === 0
}

/** A code that is none is left to ENV-3. */
function codeOf(code: unknown): string {
  return typeof code === 'string' && /^[a-z_]+$/.test(code) ? code : `code ${printable(code, 40)}`
}

function isAllowed(outcome: string, allowed: readonly string[]): boolean {
  const isFailure = ErrorCode.safeParse(outcome).success
  return allowed.includes(outcome) || (allowed.includes('failure') && isFailure)
}
