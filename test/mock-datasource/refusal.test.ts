import { describe, expect, it } from 'vitest'
import { QueryError } from '../../mock-datasource/engine/query-error.ts'
import { TooManySearchesError } from '../../mock-datasource/engine/too-many-searches.ts'
import { jsonReply, type Reply } from '../../mock-datasource/http/reply.ts'
import { answerOrRefuse, Refusal, type Refusing } from '../../mock-datasource/refusal.ts'

const REFUSING: Refusing = {
  failure: (code, { message = 'as the table says', http = 400, headers } = {}) =>
    jsonReply(http, { code, message }, headers),
  queryError: ({ message }) =>
    new Refusal('BAD_ASK', { message: `unreadable: ${message}`, http: 422 }),
  internalError: new Refusal('OOPS', { message: 'try later', http: 500 }),
  unexpected: ['NO_SUCH_CALL'],
}

const ALL_WELL = jsonReply(200, 'all well')

async function replyTo(act: () => Reply | Promise<Reply>) {
  const { body, ...reply } = await answerOrRefuse(act, REFUSING)
  return { ...reply, body: JSON.parse(Buffer.concat(body).toString()) }
}

const thrown = (error: unknown) => [
  () => {
    throw error
  },
  () => Promise.reject(error),
]

describe('an operation answers', () => {
  it('what it gives, at once where it gives it at once', async () => {
    expect(answerOrRefuse(() => ALL_WELL, REFUSING)).toBe(ALL_WELL)
    expect(await answerOrRefuse(async () => ALL_WELL, REFUSING)).toBe(ALL_WELL)
  })

  it.each(thrown(new Refusal('SLOW_DOWN', { http: 429, headers: { 'retry-after': '3' } })))(
    'a refusal as the API writes it (%#)',
    async (act) => {
      expect(await replyTo(act)).toMatchObject({
        status: 429,
        headers: { 'retry-after': '3' },
        body: { code: 'SLOW_DOWN', message: 'as the table says' },
        scripted: false,
      })
    },
  )

  it.each(thrown(new Refusal('OOPS', {}, true)))(
    'one that its query asked for (%#)',
    async (act) => {
      expect(await replyTo(act)).toMatchObject({ scripted: true })
    },
  )

  it.each(thrown(new QueryError('expected FROM', 7)))(
    'a query that it cannot read (%#)',
    async (act) => {
      expect(await replyTo(act)).toMatchObject({
        status: 422,
        body: { code: 'BAD_ASK', message: 'unreadable: expected FROM at position 7' },
      })
    },
  )

  it('that it can take on no more, as a 503 where it has no words for that', async () => {
    const [act] = thrown(new TooManySearchesError('2 searches live'))
    expect(await replyTo(act as () => never)).toMatchObject({
      status: 503,
      body: { code: 'OOPS', message: '2 searches live' },
    })
  })

  it.each(thrown(new Refusal('NO_SUCH_CALL', { message: 'what is that?' })))(
    'a request that it does not know, and the journal says so (%#)',
    async (act) => {
      expect(await replyTo(act)).toMatchObject({ unexpected: 'what is that?' })
    },
  )

  it.each([...thrown(new TypeError('x is not a function')), ...thrown('a text')])(
    'a defect of its own without telling the client what it is (%#)',
    async (act) => {
      const { body, unexpected } = await replyTo(act)
      expect(body).toEqual({ code: 'OOPS', message: 'try later' })
      expect(unexpected).toMatch(/^an internal error: (TypeError: x is not a function|a text)$/)
    },
  )
})
