import { broken } from '../support/broken.ts'

/** The API lets a client name its search, and refuses a name that is in use. */
export default broken({
  clause: 'MODE-2',
  aspect: 'asynchronous',
  defect: 'one name for every search, also where the data source has one of that name',
  connector: (correct, { send }) => ({
    query: async (query) => {
      const body = { query, query_id: 'stix-search' }
      const { status } = await send({ method: 'POST', path: '/searches', body })
      const isThere = status === 201 || status === 409
      return isThere ? { success: true, search_id: body.query_id } : correct.query(query)
    },
  }),
})
