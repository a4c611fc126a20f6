import { expect, it } from 'vitest'
import { bytesOf } from '../../../harness/recordings/exchange.ts'
import { ExchangeMasker } from '../../../harness/recordings/exchange-masker.ts'

/** What is left of an answer, and where something was masked. */
function masked(body: string, headers: readonly [string, string][] = []) {
  const request = { method: 'GET', path: '/', headers: [...headers] }
  const response = { status: 200, headers: [], body: { text: body } }
  const { exchange, at } = new ExchangeMasker().mask({ n: 1, request, response })
  return { exchange, at, body: bytesOf(exchange.response?.body).toString() }
}

it.each([
  [
    '<r><sessionKey>abc-123</sessionKey><sid>7</sid></r>',
    '<r><sessionKey>***</sessionKey><sid>7</sid></r>',
  ],
  ['<s:key name="password">p&amp;w</s:key>', '<s:key name="password">***</s:key>'],
  ['<a api_key=\'k-1234\' id="1"/>', '<a api_key=\'***\' id="1"/>'],
  [
    '<a><token> </token><next_token>2</next_token></a>',
    '<a><token> </token><next_token>2</next_token></a>',
  ],
  ['{"tokens": ["t-1234", "t-5678"], "ids": ["1"]}', '{"tokens": ["***"], "ids": ["1"]}'],
  ['{"pin": 1234, "rows": [1]}', '{"pin": "***", "rows": [1]}'],
])('masks by the names of members, whatever the form: %s', (body, left) => {
  expect(masked(body).body).toBe(left)
})

it('masks also before the place that tells that it is a secret', () => {
  const { exchange, body } = masked('{"note":"s3cr3t-of-ann","password":"s3cr3t-of-ann"}', [
    ['x-note', 'for s3cr3t-of-ann'],
    ['authorization', 'Bearer s3cr3t-of-ann'],
  ])
  expect(exchange.request.headers[0]).toEqual(['x-note', 'for ***'])
  expect(body).toBe('{"note":"***","password":"***"}')
})
