import { onFailure, onFields, onSuccess } from '../variants/edit-answers.ts'
import { type Defect, onConnection, onMethods, onRequests } from './support/wrap.ts'

const MANY_TIMES = 40

/** Metadata of its own, which nothing is compared with when it comes back. */
const placeAt = (row: number) => ({ at: `row-${String(row).padStart(5, '0')}` })
const rowOf = (metadata: unknown) => {
  const { at = '' } = metadata as { readonly at?: string }
  return Number.parseInt(String(at).slice('row-'.length), 10) || 0
}

/** The rows are those that they should be: their key is as it was. */
const withFieldsCut = (key: string) =>
  onMethods(({ results }) => ({
    results: onFields(results, (value, field) => {
      if (field === key) return value
      return typeof value === 'string' ? value.slice(0, -1) : String(value)
    }),
  }))

const losingRowsBehindMetadata = onMethods((correct) => ({
  results: onSuccess(correct.results, ({ data, ...answer }, _id, _offset, _length, metadata) => ({
    ...answer,
    data: metadata === undefined ? data : data.slice(1),
  })),
}))

export const PAGINATION: readonly Defect[] = [
  {
    caughtBy: 'PAGE-1',
    defect: 'an offset from one',
    wrap: onMethods((correct) => ({
      results: (id, offset, ...others) => correct.results(id, Number(offset) + 1, ...others),
    })),
  },
  {
    caughtBy: 'PAGE-1 fields',
    defect: 'numbers as texts, and texts without their last character',
    wrap: (correct) => withFieldsCut(correct.source.rows.key)(correct),
  },
  {
    caughtBy: 'PAGE-2',
    defect: 'the last row of a window left out',
    wrap: onMethods((correct) => ({
      results: onSuccess(correct.results, ({ data, ...answer }) => ({
        ...answer,
        data: data.length > 1 ? data.slice(0, -1) : data,
      })),
    })),
  },
  ...['PAGE-2 error behind the first page', 'PAGE-2 the data source errs'].map((caughtBy) => ({
    caughtBy,
    defect: 'no rows where they could not all be had',
    wrap: onMethods((correct) => ({
      results: onFailure(correct.results, () => ({ success: true, data: [] })),
    })),
  })),
  {
    caughtBy: 'PAGE-3',
    defect: 'one row too many',
    wrap: onMethods((correct) => ({
      results: (id, offset, length, ...others) =>
        correct.results(id, offset, Number(length) + 1, ...others),
    })),
  },
  {
    caughtBy: 'PAGE-4',
    defect: 'an offset as text taken for none',
    wrap: onMethods((correct) => ({
      results: (id, offset, ...others) =>
        correct.results(id, typeof offset === 'string' ? 0 : offset, ...others),
    })),
  },
  {
    caughtBy: 'PAGE-5',
    defect: 'a negative offset taken for none',
    wrap: onMethods((correct) => ({
      results: (id, offset, ...others) =>
        correct.results(id, Number(offset) < 0 ? 0 : offset, ...others),
    })),
  },
  {
    caughtBy: 'PAGE-5 code',
    defect: 'an unknown error where a parameter is impossible',
    wrap: onMethods((correct) => ({
      results: onFailure(correct.results, (answer) => ({ ...answer, code: 'unknown' })),
    })),
  },
  {
    caughtBy: 'PAGE-6',
    defect: 'the first row lost where metadata is given',
    wrap: (correct) =>
      correct.declarations.metadata ? losingRowsBehindMetadata(correct) : undefined,
  },
  {
    caughtBy: 'PAGE-7 JSON',
    defect: 'a date in the metadata',
    wrap: onMethods((correct) => ({
      results: onSuccess(correct.results, (answer) => ({
        ...answer,
        metadata: { ...placeAt(0), since: new Date(0) },
      })),
    })),
  },
  {
    caughtBy: 'PAGE-7 wrong metadata',
    defect: 'metadata taken for whatever it begins with',
    wrap: onMethods((correct) => ({
      async results(id, offset, length, metadata) {
        const start = metadata === undefined ? offset : rowOf(metadata)
        const answer = onSuccess(correct.results, ({ data }) => ({
          success: true,
          data,
          metadata: placeAt(Number(start) + data.length),
        }))
        return answer(id, start, length)
      },
    })),
  },
  {
    caughtBy: 'PAGE-8',
    defect: 'every request made again and again',
    wrap: onRequests(async (request, send) => {
      for (let turn = 1; turn < MANY_TIMES; turn += 1) await send(request)
      return send(request)
    }),
  },
  {
    caughtBy: 'PAGE-8 few requests',
    defect: 'every request made four times',
    wrap: onRequests(async (request, send) => {
      for (let turn = 1; turn < 4; turn += 1) await send(request)
      return send(request)
    }),
  },
  {
    caughtBy: 'PAGE-9',
    defect: 'the limit of a result left out',
    wrap: onConnection(({ options: { result_limit: _, ...options } = {}, ...connection }) => ({
      ...connection,
      options,
    })),
  },
]
