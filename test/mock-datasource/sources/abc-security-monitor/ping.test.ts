import { expect, test } from 'vitest'
import { AbcPingBody } from '../../../../contracts/abc-security-monitor/api.ts'
import { openMock } from '../../support/open-mock.ts'

test('ping says who answers', async () => {
  const mock = await openMock()
  const answer = await mock.api('get', '/ping')
  expect(answer.status).toBe(200)
  expect(AbcPingBody.parse(answer.body)).toMatchObject({
    success: true,
    name: 'ABC Security Monitor',
  })
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
})

test('every response has an X-Request-Id of its own, errors included', async () => {
  const mock = await openMock()
  const answers = [
    await mock.api('get', '/ping'),
    await mock.bare('get', '/api/v1/ping'),
    await mock.api('get', '/nothing-here'),
    await mock.api('get', '/searches/%zz'),
    await mock.bare('get', '/elsewhere'),
    await mock.bare('get', '/_mock/state'),
    await mock.bare('get', '/_mock/nothing-here'),
  ]
  const ids = answers.map(({ headers }) => headers['x-request-id'])
  expect(ids.every((id) => /^req-\d+$/.test(String(id)))).toBe(true)
  expect(new Set(ids).size).toBe(answers.length)
})

test('responses do not say what they were made with', async () => {
  const mock = await openMock()
  const { headers } = await mock.api('get', '/ping')
  expect(headers).not.toHaveProperty('x-powered-by')
  expect(headers).not.toHaveProperty('etag')
})
