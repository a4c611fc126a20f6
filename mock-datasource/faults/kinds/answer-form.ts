import * as z from 'zod'
import { ANSWER_FORMS } from '../../../contracts/data-source/answer-form.ts'
import { defineFaultKind } from '../fault-kind.ts'

/**
 * The right answer of the operation, which takes effect, in another of the forms that HTTP/1.1 allows. It is no
 * fault of the data source: only clients that read HTTP by themselves can be. Source: NET-6.
 */
export const answerForm = defineFaultKind({
  schema: z.strictObject({ kind: z.literal('answer-form'), form: z.enum(ANSWER_FORMS) }),
  proceeds: true,
  async strike({ form }, { proceed }) {
    const reply = await proceed()
    return reply && { ...reply, delivery: { form, ...reply.delivery } }
  },
})
