import {
  type ApiRequest,
  type Endpoint,
  follow,
  jsonReply,
  poll,
  Refusal,
  type Reply,
  type Search,
  type Store,
  sessionKeys,
} from '../../../mock-datasource/data-source.ts'
import { entriesPage } from './entries-page.ts'
import { membersOf } from './members-of.ts'

export const keysOf = (store: Store) => sessionKeys(store, { name: 'bearer', prefix: 'lw1.' })

/** A call of the API: everything is POST, and everything is JSON. */
const call = (operation: string, answer: Endpoint['answer']): Endpoint => ({
  operation,
  readsBody: true,
  answer,
})

export const open = call('open', (request, store) => {
  const { client, secret } = sentIn(request)
  const account = store.settings.accounts.find(
    ({ credentials }) => credentials['client'] === client && credentials['secret'] === secret,
  )
  if (!account) throw new Refusal('WHO_ARE_YOU')
  return jsonReply(200, { ok: true, bearer: keysOf(store).issueTo(account) })
})

export const health = call('health', () => jsonReply(200, { ok: true, up: true }))

export const start = call('start', async (request, store) => {
  const search = await store.createSearch(textIn(request, 'ask'))
  return jsonReply(200, { ok: true, job: search?.id })
})

export const look = call('look', (request, store) => {
  const search = jobIn(request, store)
  poll(search, store)
  return jsonReply(200, { ok: true, phase: search.status, done: search.progress / 100 })
})

export const page = call('page', (request, store) => {
  const search = jobIn(request, store)
  follow(search, store)
  refuseUnlessFinished(search)
  const { source, query } = search
  return entriesPage(store, { source, query }, windowIn(request))
})

export const drop = call('drop', (request, store): Reply => {
  store.searches.delete(jobIn(request, store).id)
  return jsonReply(200, { ok: true })
})

export const find = call('find', (request, store) => {
  const query = textIn(request, 'ask')
  return entriesPage(store, { source: store.source, query }, windowIn(request))
})

function refuseUnlessFinished({ status }: Search): void {
  if (status === 'broken') throw new Refusal('OOPS', { message: 'The job broke' })
  if (status !== 'finished') throw new Refusal('JOB_WORKING', { message: `The job is ${status}` })
}

function jobIn(request: ApiRequest, store: Store): Search {
  const job = textIn(request, 'job')
  const search = store.searches.get(job)
  if (search) return search
  throw new Refusal('NO_SUCH_JOB', { message: `There is no job ${JSON.stringify(job)}` })
}

function windowIn(request: ApiRequest) {
  const { page = 1, per_page = 100 } = sentIn(request)
  const { anomaly } = request
  return { page: countIn(page, 'page'), perPage: countIn(per_page, 'per_page'), anomaly }
}

function countIn(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value
  throw new Refusal('BAD_FIELD', { message: `${name} must be a whole number from 1 upwards` })
}

function textIn(request: ApiRequest, name: string): string {
  const value = sentIn(request)[name]
  if (typeof value === 'string' && value !== '') return value
  throw new Refusal('BAD_FIELD', { message: `${name} must be a text that is not empty` })
}

function sentIn({ body }: ApiRequest): Readonly<Record<string, unknown>> {
  return membersOf(body.toString())
}
