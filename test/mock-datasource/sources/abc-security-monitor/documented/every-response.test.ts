import { expect, test } from 'vitest'
import { ABC_OPERATIONS } from '../../../../../contracts/abc-security-monitor/api.ts'
import { describedAbc } from '../../../../support/conformance/described.ts'
import { responseChecker } from '../../../../support/conformance/response-checker.ts'
import { type DocumentedResponse, documentedResponses } from './documented-responses.ts'
import { type Answer, provoke } from './provoke.ts'

const DOCUMENTED = documentedResponses()
const problemIn = responseChecker(describedAbc())

const ROUTES: Readonly<Record<string, readonly [method: string, route: string]>> = {
  ping: ['GET', '/api/v1/ping'],
  create: ['POST', '/api/v1/searches'],
  status: ['GET', '/api/v1/searches/:query_id'],
  results: ['GET', '/api/v1/searches/:query_id/results'],
  delete: ['DELETE', '/api/v1/searches/:query_id'],
  query: ['POST', '/api/v1/events/query'],
}

/** What is wrong with what came over HTTP, whatever brought it about. */
function problemOf({ operation }: DocumentedResponse, { status, headers, text }: Answer) {
  const [method, route] = ROUTES[operation ?? ''] ?? ['GET', undefined]
  const body = [Buffer.from(text)]
  const known = { dataSource: describedAbc().dataSource, operation, method, route }
  return problemIn({ ...known, status, headers, body, scripted: true })
}

test('what the document lists is every operation, with success and more than forty errors', () => {
  const succeeding = DOCUMENTED.filter(({ code }) => code === 200)
  expect(succeeding.map(({ operation }) => operation).sort()).toEqual([...ABC_OPERATIONS].sort())
  expect(DOCUMENTED.length - succeeding.length).toBeGreaterThan(40)
})

test.each(DOCUMENTED.map((each) => ({ name: each.operation ?? 'no operation', each, ...each })))(
  '$name answers $status with code $code, as documented',
  async ({ each }) => {
    const answer = await provoke(each)
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([each.status, each.code])
    expect(problemOf(each, answer)).toBeUndefined()
  },
)
