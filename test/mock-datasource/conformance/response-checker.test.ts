import { describe, expect, it } from 'vitest'
import { ABC_NAME } from '../../../contracts/abc-security-monitor/api.ts'
import type { PublishedResponse } from '../../../mock-datasource/index.ts'
import { describedAbc } from '../../support/conformance/described.ts'
import { responseChecker } from '../../support/conformance/response-checker.ts'

const problemIn = responseChecker(describedAbc())

const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'x-request-id': 'req-1' }
const PONG = { code: 200, success: true, name: 'ABC', version: '1' }

type Changes = Partial<Omit<PublishedResponse, 'body'>> & {
  readonly json?: unknown
  readonly text?: string
}

/** A right answer to `ping`, but for what is given. */
function pong({
  json = PONG,
  text = JSON.stringify(json),
  ...others
}: Changes = {}): PublishedResponse {
  return {
    dataSource: ABC_NAME,
    operation: 'ping',
    route: '/api/v1/ping',
    method: 'GET',
    status: 200,
    headers: HEADERS,
    body: [Buffer.from(text)],
    scripted: false,
    ...others,
  }
}

/** A right answer to `create`, but for what is given. */
function created(changes: Changes): PublishedResponse {
  const json = { code: 1004, message: 'in use' }
  const create = { operation: 'create', route: '/api/v1/searches', method: 'POST', status: 409 }
  return pong({ ...create, json, ...changes })
}

describe('what is as the document says', () => {
  it.each<[string, PublishedResponse]>([
    ['a right answer', pong()],
    ['an error of the operation', created({})],
    [
      'any code that the query asked for',
      created({ json: { code: 1003, message: 'm' }, scripted: true }),
    ],
    [
      'any status that the query asked for',
      created({ status: 404, json: { code: 1002, message: 'm' }, scripted: true }),
    ],
    ['whatever a fault did', pong({ status: 299, text: '<html>', fault: 'fault-1' })],
    ['what another data source answers', pong({ dataSource: 'another', status: 299 })],
  ])('is %s', (_what, response) => {
    expect(problemIn(response)).toBeUndefined()
  })
})

describe('what is not', () => {
  const { success: _success, ...withoutSuccess } = PONG
  const { 'x-request-id': _id, ...withoutId } = HEADERS
  const tooMany = { operation: 'ping', status: 429, json: { code: 429, message: 'm' } }

  it.each<[string, PublishedResponse, RegExp]>([
    ['a field missing', pong({ json: withoutSuccess }), /required property 'success'/],
    ['a field of another type', pong({ json: { ...PONG, success: 'yes' } }), /the body\/success/],
    ['a field too many', pong({ json: { ...PONG, uptime: 5 } }), /additional properties/],
    ['a body that is no JSON', pong({ text: '{' }), /the body is missing, or not/],
    [
      'another media type',
      pong({ headers: { ...HEADERS, 'content-type': 'text/plain' } }),
      /the media type is text\/plain/,
    ],
    ['a header missing', pong({ headers: withoutId }), /the header X-Request-Id is missing/],
    ['a header that only another status has', pong(tooMany), /the header Retry-After is missing/],
    [
      'a header of another form',
      created({ status: 201, headers: { ...HEADERS, location: '/searches/1' } }),
      /the header Location must match/,
    ],
    [
      'a header too many',
      pong({ headers: { ...HEADERS, etag: '"1"' } }),
      /the header etag is not documented/,
    ],
    ['another status', pong({ status: 204 }), /the status is not documented/],
    [
      "an error of another operation's",
      pong({ status: 409, json: { code: 1003, message: 'm' } }),
      /the status is not documented/,
    ],
    [
      'a code of another status',
      created({ json: { code: 1002, message: 'm' }, scripted: true }),
      /the body\/code/,
    ],
    [
      'a code that no query asked for',
      created({ json: { code: 1003, message: 'm' } }),
      /no query asked for the code 1003/,
    ],
    [
      'a status that no query asked for',
      created({ status: 404, json: { code: 1002, message: 'm' } }),
      /the status is not documented/,
    ],
    [
      'an answer where there is no operation',
      pong({ method: 'PUT' }),
      /PUT \/api\/v1\/ping answered 200: the status/,
    ],
  ])('is %s', (_what, response, problem) => {
    expect(problemIn(response)).toMatch(problem)
  })
})
