import { ABC_API_ERRORS } from '../../../contracts/abc-security-monitor/error-table.ts'
import type { Account, MockDataSource, PartialSettings } from '../../../mock-datasource/index.ts'
import { basicAuthorization } from './basic-authorization.ts'
import { ProviderClient } from './provider-client.ts'
import { type Paged, readPageToken } from './read-page-token.ts'
import { type Setters, setState } from './set-state.ts'
import type { StateSetter } from './state-setter.ts'

/** An account that the data source knows and does not let in. */
const BANNED: Account = {
  credentials: { username: 'banned', password: 'banned', token: 'banned-token' },
  permitted: false,
}
const NO_SEARCH = 'no-such-search'
const ALL_EVENTS = 'SELECT * FROM events'
const TIMEOUT_MILLISECONDS = 10_000

/** Sets the states of pacts in a mock, through its control object: every state can be set. */
export function mockStates(mock: MockDataSource): StateSetter {
  const client = new ProviderClient({
    baseUrl: mock.url,
    certificate: mock.certificate,
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
  })
  const setters = settersOf(mock, client)
  return {
    cannotTry: () => undefined,
    begin: async () => mock.control.reset(),
    set: (state) => setState(setters, state),
    close: async () => {
      mock.control.reset()
      await client.close()
    },
  }
}

function settersOf(mock: MockDataSource, client: ProviderClient): Setters {
  const { control } = mock
  const token = async (paged: Paged, after: number | undefined) =>
    after === undefined
      ? {}
      : {
          page_token: await readPageToken(
            client,
            basicAuthorization(mock.account.credentials),
            paged,
            after,
          ),
        }
  return {
    'an account may use the API': () => credentialsOf(mock.account),
    'an account may not use the API': () => {
      control.patchSettings({ accounts: [...control.settings().accounts, BANNED] })
      return credentialsOf(BANNED)
    },
    'there is a search': async ({ status, progress, token_after, ...data }) => {
      control.patchSettings(dataSettings(data))
      const { id } = await control.createSearch({ query: ALL_EVENTS, status, progress })
      return {
        search_id: encodeURIComponent(id),
        ...(await token({ searchId: id }, token_after)),
      }
    },
    'there is no search': () => ({ search_id: NO_SEARCH }),
    'there are events': ({ query = ALL_EVENTS, token_after, ...data }) => {
      control.patchSettings(dataSettings(data))
      return token({ query }, token_after)
    },
    'an operation fails': ({ operation, code }) => {
      if (!Object.hasOwn(ABC_API_ERRORS, code)) throw new Error(`the API has no code ${code}`)
      control.addFault({ kind: 'api-error', operation, code })
      return {}
    },
  }
}

/** An account of a mock has a token wherever it is told nothing else. */
function credentialsOf(account: Account): Readonly<Record<string, string>> {
  const { credentials } = account
  const { token } = credentials
  return {
    authorization: basicAuthorization(credentials),
    ...(token === undefined ? {} : { token }),
  }
}

function dataSettings(data: {
  readonly rows?: number | undefined
  readonly max_page_size?: number | undefined
}): PartialSettings {
  return {
    ...(data.rows === undefined ? {} : { dataSet: { rows: data.rows, seed: 1 } }),
    ...(data.max_page_size === undefined ? {} : { maxPageSize: data.max_page_size }),
  }
}
