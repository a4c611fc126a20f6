import type { Connection } from '../../contracts/connection.ts'
import { onFailure, onSuccess } from '../variants/edit-answers.ts'
import { type Defect, onMethods } from './support/wrap.ts'

/** What a connector that keeps something between calls keeps, by the data source that it was of. */
const kept = new Map<string, string>()
const polls = new Map<string, number>()
const at = ({ host, port }: Connection) => `${host}:${port}`

export const LIFECYCLE: readonly Defect[] = [
  {
    caughtBy: 'LIFE-1',
    defect: 'no progress before the end',
    wrap: onMethods((correct) => ({
      status: onSuccess(correct.status, (answer) =>
        answer.status === 'RUNNING' ? { ...answer, progress: 0 } : answer,
      ),
    })),
  },
  {
    caughtBy: 'LIFE-2',
    defect: 'a status that nobody knows taken for the end',
    wrap: onMethods((correct) => ({
      status: onFailure(correct.status, () => ({
        success: true,
        status: 'COMPLETED',
        progress: 100,
      })),
    })),
  },
  {
    caughtBy: 'LIFE-3',
    defect: 'a progress that goes down with each poll',
    wrap: onMethods((correct, { connection }) => ({
      status: onSuccess(correct.status, (answer, id) => {
        const search = `${at(connection)} ${id}`
        const before = polls.get(search) ?? 0
        polls.set(search, before + 1)
        return { ...answer, progress: Math.max(0, 50 - 10 * before) }
      }),
    })),
  },
  {
    caughtBy: 'LIFE-4',
    defect: '99 at the end',
    wrap: onMethods((correct) => ({
      status: onSuccess(correct.status, (answer) =>
        answer.status === 'COMPLETED' ? { ...answer, progress: 99 } : answer,
      ),
    })),
  },
  {
    caughtBy: 'LIFE-5',
    defect: 'an unknown error where there is no such search',
    wrap: onMethods((correct) => ({
      status: onFailure(correct.status, (answer) => ({ ...answer, code: 'unknown' })),
    })),
  },
  {
    caughtBy: 'LIFE-6',
    defect: 'the latest search asked about, whichever is meant',
    wrap: onMethods((correct, { connection }) => ({
      query: onSuccess(correct.query, (answer) => {
        kept.set(at(connection), answer.search_id)
        return answer
      }),
      status: (id) => correct.status(kept.get(at(connection)) ?? id),
    })),
  },
  {
    caughtBy: 'LIFE-7',
    defect: 'another answer to every second ping',
    wrap: onMethods((correct, { connection }) => ({
      ping: onSuccess(correct.ping, (answer) => {
        const count = (polls.get(at(connection)) ?? 0) + 1
        polls.set(at(connection), count)
        return count % 2 === 1
          ? answer
          : { success: false, error: 'pinged already', code: 'too_many_requests' }
      }),
    })),
  },
  {
    caughtBy: 'LIFE-8',
    defect: 'no rows where the search is still running',
    wrap: onMethods((correct) => ({
      results: onFailure(correct.results, () => ({ success: true, data: [] })),
    })),
  },
  {
    caughtBy: 'LIFE-9',
    defect: 'every query asked twice',
    wrap: onMethods((correct) => ({
      async query(text) {
        await correct.query(text)
        return correct.query(text)
      },
    })),
  },
  {
    caughtBy: 'LIFE-10',
    defect: '`delete` that only answers',
    wrap: onMethods(() => ({ delete: async () => ({ success: true }) })),
  },
]
