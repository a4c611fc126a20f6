import { expect, test } from 'vitest'
import { asked, nightWatch, served } from './support/night-watch.ts'

const OWN = {
  uid: 'a',
  at: '2026-01-01T00:00:00.000Z',
  actor: { id: 'u', groups: ['x', { y: null }] },
}
const described = (row: object) =>
  nightWatch({
    row: { key: 'uid', time: 'at', fields: ['uid', 'at'], ...row },
    operations: {
      ping: { method: 'GET', path: '/up', answer: { up: true } },
      query: { method: 'GET', path: '/find', answer: { found: '{{rows}}' } },
    },
  })

test('a row of a user’s own may hold objects and lists, and a page gives them as they are', async () => {
  const mock = await served(described({}))
  mock.control.patchSettings({ dataSet: { data: [OWN] } })
  const { body } = await asked(mock, '/find?q=all')
  expect(body).toEqual({ found: [OWN] })
})

test('a row of texts alone holds none', async () => {
  const mock = await served(described({ texts: true }))
  expect(() => mock.control.patchSettings({ dataSet: { data: [OWN] } })).toThrow(
    "row 1: 'actor' must be a string, a number, a boolean or null; flatten objects and arrays",
  )
})
