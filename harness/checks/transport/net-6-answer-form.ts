import { ANSWER_FORMS, type AnswerFormName } from '../../../contracts/data-source/answer-form.ts'
import type { Method } from '../../../contracts/method.ts'
import type { Answer } from '../../kit/answer.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'
import { isRightAnswer } from '../../kit/right-answer.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

const USUAL = 'the usual one' as const

interface FormCase {
  readonly method: Method
  readonly form: AnswerFormName | typeof USUAL
}

/** Three pages of some kilobytes each, so that an answer is longer than what is read at once. */
const ROWS = 60
const PAGE_SIZE = 20

/**
 * A request that meets a connection just as it closes may have reached the data source, and a 100 is for those who
 * ask for it: either outcome.
 */
const UNDECIDED: readonly AnswerFormName[] = ['closed-at-next', 'after-100']
const FORMS = ANSWER_FORMS.filter((form) => !UNDECIDED.includes(form))
/** How an answer is read seldom depends on what was asked. */
const TELLING: readonly AnswerFormName[] = ['chunk-extensions', 'until-close', 'after-103']

/** NET-6. HTTP is what it is, and not what one server happens to make of it. */
export default defineCheck({
  clause: 'NET-6',
  claim: 'an answer means the same in every form that HTTP/1.1 allows',
  cases: (capabilities): readonly FormCase[] => [
    ...combinations<FormCase>({ method: ['results'], form: FORMS }),
    ...combinations<FormCase>({
      form: TELLING,
      method: requestingMethods(capabilities).filter((method) => method !== 'results'),
    }),
  ],
  tells: ({ method, form }) => `${method} in ${form}`,
  // Where the answer is wrong in its usual form too, the form is not why.
  without: ({ method, form }) => (form === USUAL ? [] : [{ method, form: USUAL }]),
  async run(session, { method, form }) {
    const { connector, dataSource } = session
    const search = await dataSource.completedSearch({ rows: ROWS, pageSize: PAGE_SIZE })
    if (form !== USUAL) dataSource.fault({ kind: 'answer-form', form })
    const answer =
      method === 'results'
        ? await connector.results(search.id, 0, ROWS)
        : await callMethod(connector, method, search)
    const reason = sawNoSuchForm(answer, form)
    if (reason !== undefined) throw new CaseNotApplicable(reason)
    if (!isRightAnswer(answer, session, search)) {
      if (mayHaveMetTheEnd(answer, form)) throw new CaseNotApplicable('it asks for pages by POST')
      violated('the answer that the usual form gives', describeAnswer(answer))
    }
  },
})

/** Whoever cannot know whether a request arrived must not send it again where it may change something. */
function mayHaveMetTheEnd({ exchanges }: Answer, form: FormCase['form']): boolean {
  return form === 'closed-since' && exchanges.some(({ request }) => request.method === 'POST')
}

/** Why a call says nothing about a form. */
function sawNoSuchForm({ method, exchanges }: Answer, form: FormCase['form']): string | undefined {
  if (form === USUAL) return undefined
  const struck = exchanges.filter(({ fault }) => fault !== undefined)
  if (struck.length === 0) return `${method} makes no request`
  if (form !== 'gzip' && form !== 'deflate' && form !== 'br') return undefined
  const asked = struck.some(({ request }) => request.headers['accept-encoding']?.includes(form))
  return asked ? undefined : `the connector does not ask for ${form}`
}
