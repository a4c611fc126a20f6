import { expect, test } from 'vitest'
import { openMock } from '../../support/open-mock.ts'

const QUERY = 'SELECT * FROM events'

test.each(['WAIT', 'EXECUTE', 'SORTING', 'COMPLETED', 'CANCELED', 'ERROR'] as const)(
  'a search can be deleted while it is %s; everything about it is 1002 from then on',
  async (status) => {
    const mock = await openMock()
    await mock.control.createSearch({ id: 'it', query: QUERY, status })
    const deleted = await mock.api('delete', '/searches/it')
    expect([deleted.status, deleted.body]).toEqual([200, { code: 200, success: true }])
    for (const answer of [
      await mock.api('get', '/searches/it'),
      await mock.api('get', '/searches/it/results'),
      await mock.api('delete', '/searches/it'),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, 1002])
    }
  },
)
