import { METHODS, type Method } from '../../../contracts/method.ts'
import type { Answer } from '../../kit/answer.ts'
import { callMethod } from '../../kit/call-method.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'
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
 * ENV-1. Every kind of fault under every method, a cell of the report's fault matrix each. Here only an
 * answer that is no envelope breaks the clause; whether the outcome is one of those allowed, which the cell
 * says too, is judged by the clause that allows them.
 */
export default defineCheck<CellCase>({
  clause: 'ENV-1',
  aspect: 'fault matrix',
  claim: 'every method answers with an envelope under every kind of fault',
  provides: ['ENV-2'],
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
    if (outcome === NO_ENVELOPE) violated(envelopeOf(method), describeAnswer(answer))
  },
})

const NO_ENVELOPE = 'no envelope'
const NO_FAILURE = ['right answer', 'wrong answer', NO_ENVELOPE]

function outcomeOf(answer: Answer, session: Session, search: TestSearch): string {
  const { reading, method } = answer
  if (reading.kind === 'failure') return codeOf(reading.envelope['code'])
  const isAnswer = method === 'is_async' ? reading.kind === 'boolean' : reading.kind === 'success'
  if (!isAnswer) return NO_ENVELOPE
  return isRightAnswer(answer, session, search) ? 'right answer' : 'wrong answer'
}

/** A code that is none is left to ENV-3. */
function codeOf(code: unknown): string {
  return typeof code === 'string' && /^[a-z_]+$/.test(code) ? code : `code ${printable(code, 40)}`
}

function isAllowed(outcome: string, allowed: readonly string[]): boolean {
  return allowed.includes(outcome) || (allowed.includes('failure') && !NO_FAILURE.includes(outcome))
}

function envelopeOf(method: Method): string {
  return method === 'is_async' ? 'true or false' : 'a success or failure envelope'
}
