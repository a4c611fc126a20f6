import type { Answer } from './answer.ts'
import type { ImpossibleWindow } from './arbitraries/impossible-window.ts'
import type { Session } from './session.ts'

/** Asks for a window that is impossible on one side and ordinary on the other. */
export async function askImpossibleWindow(
  { connector, dataSource }: Session,
  { side, value }: ImpossibleWindow,
): Promise<Answer> {
  const search = await dataSource.completedSearch({ rows: 8, pageSize: 3 })
  const [offset, length] = side === 'offset' ? [value, 2] : [2, value]
  return connector.results(search.id, offset, length)
}
