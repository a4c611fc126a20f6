import { isDeepStrictEqual } from 'node:util'
import { Records } from '../../contracts/envelopes.ts'
import type { Answer } from './answer.ts'
import { isProgress } from './progress.ts'
import type { Session, TestSearch } from './session.ts'

/** Whether an answer to an ordinary call about this search, which is completed, says what is so. */
export function isRightAnswer(
  { reading, method, rowKey }: Answer,
  { mode, dataSource, source }: Session,
  search: TestSearch,
): boolean {
  if (method === 'is_async') {
    return reading.kind === 'boolean' && reading.value === (mode === 'asynchronous')
  }
  if (reading.kind !== 'success') return false
  const { search_id: id, status, progress, data } = reading.envelope
  switch (method) {
    case 'ping':
    case 'delete':
      return true
    case 'query':
      if (mode === 'synchronous') return id === search.query
      return id !== search.id && dataSource.control.search(String(id)) !== undefined
    case 'status':
      return status === 'COMPLETED' && isProgress(source, progress, 100)
    case 'results': {
      const rows = Records.safeParse(data)
      return (
        rows.success &&
        isDeepStrictEqual(
          rows.data.map((row) => row[rowKey]),
          search.keys,
        )
      )
    }
  }
}
