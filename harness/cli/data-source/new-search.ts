import { statesOf } from '../../../contracts/data-source/states-of.ts'
import type { Asker } from './asker.ts'

/** Makes a search for all rows, and lets it be over or run on; gives what names it in requests. */
export async function newSearch(
  asker: Asker,
  operation: string,
  { isOver = true }: { readonly isOver?: boolean } = {},
): Promise<{ readonly id: string }> {
  const { source, mock } = asker
  const { response } = await asker.ask(operation, { query: source.query.all })
  const id = String(response && source.client.read(operation, response, 'id'))
  const { completed } = statesOf(source)
  const isThere = mock.control.search(id) !== undefined
  if (isOver && isThere && completed !== undefined) {
    mock.control.advance(id, { status: completed, progress: 100 })
  }
  return { id }
}
