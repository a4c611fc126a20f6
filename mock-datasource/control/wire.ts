import * as z from 'zod'
import { PartialSettings, type Settings } from '../engine/settings.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import { MASK } from '../journal/mask-text.ts'
import type { MockState, SearchView } from './control.ts'
import { parsed } from './control-error.ts'

/**
 * How the control plane writes things down: names in snake_case, as the API has them, and secrets masked.
 */
export function settingsToWire(settings: Settings): unknown {
  const { accounts, maxPageSize, dataSet, ...others } = settings
  return {
    accounts: accounts.map(({ token, ...account }) => ({
      ...account,
      password: MASK,
      ...(token !== undefined && { token: MASK }),
    })),
    max_page_size: maxPageSize,
    data_set: 'data' in dataSet ? { data: `${dataSet.data.length} rows` } : dataSet,
    ...others,
  }
}

const { maxPageSize, dataSet, ...sameName } = PartialSettings.shape
const Patch = z.strictObject({ ...sameName, max_page_size: maxPageSize, data_set: dataSet })

/** Throws a ControlError. */
export function settingsFromWire(body: unknown): PartialSettings {
  const { max_page_size, data_set, ...others } = parsed(Patch, body, 'settings')
  return { ...others, maxPageSize: max_page_size, dataSet: data_set }
}

export function searchToWire({ id, recordCount, ...others }: SearchView): unknown {
  return { query_id: id, record_count: recordCount, ...others }
}

export function stateToWire(state: MockState): unknown {
  const { connections, requests, tlsErrors, searchesCreated } = state.counters
  return {
    settings: settingsToWire(state.settings),
    searches: state.searches.map(searchToWire),
    faults: state.faults,
    counters: {
      connections,
      requests,
      tls_errors: tlsErrors,
      searches_created: searchesCreated,
    },
  }
}

export function entryToWire({ searchId, ...entry }: JournalEntry): unknown {
  return { ...entry, ...(searchId !== undefined && { query_id: searchId }) }
}
