import { describe, expect, it } from 'vitest'
import { describedSource } from '../../../mock-datasource/descriptions.ts'
import { asked, nightWatch, served } from './support/night-watch.ts'

const errors = nightWatch()['errors'] as Readonly<Record<string, unknown>>
const TABLE = {
  401: { message: 'who are you', means: ['authentication_fail'] },
  403: { message: 'not you', means: ['forbidden'] },
  400: { message: 'bad field', means: ['invalid_parameter'], at: ['query'] },
  404: { message: 'no such path' },
  500: { message: 'oops', means: ['unknown'] },
}
const byStatus = nightWatch({
  errors: {
    known_by: 'status',
    body: { messages: [{ type: 'ERROR', text: '{{message}}' }] },
    table: TABLE,
    roles: {
      unauthenticated: 401,
      forbidden: 403,
      bad_parameter: 400,
      bad_query: { code: 400, message: 'bad question' },
      general: 500,
      no_such_resource: 404,
    },
    unlisted: { codes: [418] },
  },
})
const byMessage = nightWatch({
  errors: { ...errors, known_by: 'message', body: { error: '{{message}}' } },
})

function definitionOf(description: unknown) {
  const source = describedSource(description)
  if ('mistakes' in source) throw new Error(JSON.stringify(source.mistakes))
  return source.definition
}

describe('errors that no body has a code for', () => {
  it('are known by their HTTP status, and say in each role what the API says', async () => {
    const mock = await served(byStatus)
    const refused = await asked(mock, '/find?q=%3F%3F%3F')
    expect(refused).toMatchObject({ status: 400, body: { messages: [{ text: 'bad question' }] } })
    expect((await asked(mock, '/nowhere')).status).toBe(404)
    const unexpected = mock.control.journal.entries().map((entry) => entry.unexpected)
    expect(unexpected).toEqual([undefined, 'code 404'])
  })

  it('are read so, whatever the body', () => {
    const { reads, errors } = definitionOf(byStatus)
    const response = (status: number, body: string) => ({ status, headers: {}, body })
    const told = '{"messages":[{"type":"ERROR","text":"no"}]}'
    expect(reads.error(response(403, told))).toEqual({ code: '403', message: 'no' })
    expect(reads.errorCode(response(502, ''))).toBe('502')
    expect(reads.errorCode(response(200, told))).toBeUndefined()
    expect(errors).toMatchObject({
      codes: 'statuses',
      table: { 400: { http: 400, at: ['query'] } },
    })
    expect(errors.unlisted).toEqual({ usual: '418', telling: ['418'], http: 418 })
  })

  it('strike with no other code than a status', async () => {
    const mock = await served(byStatus)
    expect(() => mock.control.addFault({ kind: 'api-error', code: '1002' })).toThrow(
      'code: must be an HTTP status, by which the errors of Night Watch are known',
    )
    mock.control.addFault({ kind: 'api-error', code: '418', message: 'tea' })
    expect(await asked(mock, '/up')).toMatchObject({ status: 418, body: { messages: [{}] } })
  })

  it('are known by how their message begins, which nobody takes away', async () => {
    const { reads } = definitionOf(byMessage)
    const mock = await served(byMessage)
    mock.control.addFault({ kind: 'api-error', code: 'OOPS', message: 'the moon is down' })
    const { status, body } = await asked(mock, '/up')
    expect([status, body]).toEqual([500, { error: 'oops: the moon is down' }])
    const code = (body: object, status: number) =>
      reads.errorCode({ status, headers: {}, body: JSON.stringify(body) })
    expect(code(body as object, 200)).toBe('OOPS')
    expect(code({ error: 'never heard of' }, 500)).toBe('MOON')
    expect(code({ error: 'never heard of' }, 200)).toBeUndefined()
  })

  it.each([
    [{ ...errors, body: { text: '{{message}}' } }, 'errors.body: {{code}} is missing'],
    [
      { ...(byStatus['errors'] as object), table: { ...TABLE, OOPS: { message: 'x' } } },
      'errors.table.OOPS: is no HTTP status, though errors.known_by is status',
    ],
    [
      { ...(byStatus['errors'] as object), table: { ...TABLE, 409: { http: 410, message: 'x' } } },
      'errors.table.409.http: is 410, and 409 is the status',
    ],
    [
      { ...errors, table: { ...(errors['table'] as object), X: { message: 'x' } } },
      'errors.table.X.http: is missing',
    ],
    [
      {
        ...(byStatus['errors'] as object),
        table: { ...TABLE, 409: { message: 'x', at: ['status'] } },
      },
      'errors.table.409.at.0: "status" is not in operations',
    ],
  ])('of %j is a mistake', (changed, line) => {
    const source = describedSource(nightWatch({ errors: changed }))
    const mistakes = 'mistakes' in source ? source.mistakes : []
    expect(mistakes.map(({ place, found }) => `${place}: ${found}`)).toEqual([line])
  })
})
