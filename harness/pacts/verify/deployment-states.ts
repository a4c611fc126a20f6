import * as z from 'zod'
import { ABC_BASE_PATH } from '../../../contracts/abc-security-monitor/api.ts'
import { ABC_WRITES, abcOperationOf } from '../../../contracts/abc-security-monitor/operation-of.ts'
import {
  ABC_PROVIDER_STATES,
  type AbcProviderStateName,
} from '../../../contracts/abc-security-monitor/provider-states.ts'
import type { PactInteraction, PactProviderState } from '../../../contracts/pact-file.ts'
import type { ProviderClient } from './provider-client.ts'
import { readPageToken } from './read-page-token.ts'
import { type Setters, setState } from './set-state.ts'
import type { StateSetter } from './state-setter.ts'

export interface DeploymentOptions {
  readonly client: ProviderClient
  readonly authorization: string
  /** What goes into `X-Auth-Token`, where pacts ask for it. */
  readonly token?: string | undefined
  /** Whether searches may be made and deleted. */
  readonly allowWrites: boolean
  /** No search is waited for any longer. */
  readonly stop?: AbortSignal | undefined
}

const ALL_EVENTS = 'SELECT * FROM events'
/** No search of a deployment has this id by chance. */
const NO_SEARCH = '00000000-0000-4000-8000-000000000000'
const MOST_POLLS = 120
const BETWEEN_POLLS_MILLISECONDS = 500

const NEEDS_WRITES = 'it makes or deletes a search, which --allow-writes lets it'

/**
 * Sets the states of pacts at a deployment of the real API, by its own requests: what it has of data stays
 * as it is, and every search that was made is deleted again.
 */
export function deploymentStates(options: DeploymentOptions): StateSetter {
  const made: string[] = []
  const deleteMade = async () => {
    for (let id = made.pop(); id !== undefined; id = made.pop()) {
      await deleteSearch(options, id).catch(() => undefined)
    }
  }
  const setters = settersOf(options, made)
  let underWay: Promise<unknown> = Promise.resolve()
  return {
    cannotTry: (interaction) => cannotTry(interaction, options),
    begin: deleteMade,
    set: (state) => {
      const setting = setState(setters, state)
      underWay = setting.catch(() => undefined)
      return setting
    },
    answered: (json) => {
      const created = Created.safeParse(json)
      if (created.success) made.push(created.data.query_id)
    },
    // A search that is just being made is known only once it is made.
    close: () => underWay.then(deleteMade),
  }
}

function cannotTry(
  interaction: PactInteraction,
  { allowWrites, token }: DeploymentOptions,
): string | undefined {
  const { method, path } = interaction.request
  const operation = abcOperationOf(method, path)
  const writes = operation !== undefined && ABC_WRITES.includes(operation)
  if (writes && !allowWrites) return NEEDS_WRITES
  if (token === undefined && wantsToken(interaction)) return 'it wants a token, which --token gives'
  return (interaction.providerStates ?? [])
    .map((state) => cannotSet(state, allowWrites))
    .find((reason) => reason !== undefined)
}

function wantsToken({ request: { generators = {} } }: PactInteraction): boolean {
  const header = generators['header']
  return typeof header === 'object' && header !== null && 'x-auth-token' in header
}

function cannotSet({ name, params = {} }: PactProviderState, allowWrites: boolean) {
  switch (name as AbcProviderStateName) {
    case 'an operation fails':
      return 'a deployment cannot be made to fail'
    case 'an account may not use the API':
      return 'there is no account here that is not let in'
    case 'there is a search': {
      const { status } = ABC_PROVIDER_STATES['there is a search'].parse(params)
      if (params['max_page_size'] !== undefined) return 'the page size of a deployment is its own'
      if (status !== 'COMPLETED') return `a search cannot be held at ${status} in a deployment`
      return allowWrites ? undefined : NEEDS_WRITES
    }
    case 'there are events':
      if (params['max_page_size'] !== undefined) return 'the page size of a deployment is its own'
      return params['rows'] === undefined ? undefined : 'the data of a deployment is its own'
    default:
      return undefined
  }
}

function settersOf(options: DeploymentOptions, made: string[]): Setters {
  const { client, authorization, token } = options
  const impossible = () => {
    throw new Error('a deployment cannot be brought into it')
  }
  return {
    'an account may use the API': () => ({
      authorization,
      ...(token === undefined ? {} : { token }),
    }),
    'an account may not use the API': impossible,
    'an operation fails': impossible,
    'there is no search': () => ({ search_id: NO_SEARCH }),
    'there are events': async ({ query = ALL_EVENTS, token_after }) =>
      token_after === undefined
        ? {}
        : { page_token: await readPageToken(client, authorization, { query }, token_after) },
    'there is a search': async ({ rows, token_after }) => {
      const searchId = await completedSearch(options, rows, made)
      const page =
        token_after === undefined
          ? {}
          : { page_token: await readPageToken(client, authorization, { searchId }, token_after) }
      return { search_id: encodeURIComponent(searchId), ...page }
    },
  }
}

const Created = z.looseObject({ query_id: z.string() })
const Status = z.looseObject({ status: z.string() })

async function completedSearch(
  options: DeploymentOptions,
  rows: number | undefined,
  made: string[],
): Promise<string> {
  const { client, authorization, stop } = options
  const query = rows === undefined ? ALL_EVENTS : `${ALL_EVENTS} LIMIT ${rows}`
  const created = await client.send({
    method: 'POST',
    path: `${ABC_BASE_PATH}/searches`,
    authorization,
    body: { query },
  })
  const { query_id: id } = Created.safeParse(created.json).data ?? {}
  if (id === undefined) throw new Error(`no search could be made (HTTP ${created.status})`)
  made.push(id)
  for (let polls = 0; polls < MOST_POLLS && !stop?.aborted; polls += 1) {
    const answer = await client.send({ method: 'GET', path: pathOf(id), authorization })
    const status = Status.safeParse(answer.json).data?.status
    if (status === 'COMPLETED') return id
    if (status === 'CANCELED' || status === 'ERROR') throw new Error(`a search ended as ${status}`)
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_POLLS_MILLISECONDS))
  }
  throw new Error('a search was not over in time')
}

async function deleteSearch({ client, authorization }: DeploymentOptions, id: string) {
  await client.send({ method: 'DELETE', path: pathOf(id), authorization })
}

function pathOf(id: string): string {
  return `${ABC_BASE_PATH}/searches/${encodeURIComponent(id)}`
}
