import { onSuccess } from '../variants/edit-answers.ts'
import { type Defect, onMethods } from './support/wrap.ts'

export const MODE: readonly Defect[] = [
  {
    caughtBy: 'MODE-1',
    defect: '`is_async` the other way round while the data source is down',
    wrap: onMethods((correct, { asynchronous }) => ({
      async is_async() {
        const { success } = (await correct.ping()) as { readonly success: boolean }
        return success === asynchronous
      },
    })),
  },
  {
    caughtBy: 'MODE-2 asynchronous',
    defect: 'the id of a search with a mark behind it',
    wrap: onMethods((correct) => ({
      query: onSuccess(correct.query, (answer) => ({
        ...answer,
        search_id: `${answer.search_id}.1`,
      })),
    })),
  },
  {
    caughtBy: 'MODE-2 synchronous',
    defect: 'the query with a space behind it for a search id',
    wrap: onMethods((correct) => ({
      query: onSuccess(correct.query, (answer) => ({
        ...answer,
        search_id: `${answer.search_id} `,
      })),
    })),
  },
  {
    caughtBy: 'MODE-3',
    defect: 'every query in small letters',
    wrap: onMethods((correct, { asynchronous }) => {
      const changed = (text: string) => text.toLowerCase()
      return asynchronous
        ? { query: (query) => correct.query(changed(query)) }
        : { results: (id, ...others) => correct.results(changed(id), ...others) }
    }),
  },
]
