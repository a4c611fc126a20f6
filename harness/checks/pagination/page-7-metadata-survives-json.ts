import { survivesJson } from '../../../contracts/survives-json.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { rowsAre, violated } from '../../kit/expectations.ts'
import { requireMetadata } from '../../kit/follow-metadata.ts'
import { printable } from '../../kit/printable.ts'

/** PAGE-7. Between two calls metadata is stored and sent as JSON, so that is all it may be. */
export default defineCheck({
  clause: 'PAGE-7',
  aspect: 'JSON',
  claim: '`metadata` survives JSON and still continues',
  needs: ['metadata'],
  cases: () => [
    { rows: 4, pageSize: 10, length: 2 },
    { rows: 9, pageSize: 4, length: 3 },
  ],
  async run({ connector, dataSource }, { rows, pageSize, length }) {
    const search = await dataSource.completedSearch({ rows, pageSize })
    const metadata = requireMetadata(await connector.results(search.id, 0, length))
    if (!survivesJson(metadata)) violated('metadata that is plain JSON', printable(metadata))
    const back: unknown = JSON.parse(JSON.stringify(metadata))
    const answer = await connector.results(search.id, 0, length, back)
    rowsAre(answer, search.keys.slice(length, 2 * length))
  },
})
