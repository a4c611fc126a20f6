import * as z from 'zod'
import type { Credentials } from '../../contracts/data-source/credentials.ts'
import { MASK } from '../../contracts/secrets/secret-masker.ts'
import {
  type Account,
  type PartialSettings,
  type Settings,
  settingsSchema,
} from '../engine/settings.ts'
import type { Glance } from '../journal/glance.ts'
import type { JournalEntry } from '../journal/journal-entry.ts'
import type { RecipeView } from '../recipes/prepare.ts'
import type { MockState, SearchView } from './control.ts'
import { parsed } from './control-error.ts'

/**
 * How the control plane writes things down: names in snake_case, and secrets masked.
 */
export function settingsToWire(settings: Settings, { members }: Pick<Credentials, 'members'>) {
  const { accounts, maxPageSize, dataSet, ...others } = settings
  const masked = (credentials: Account['credentials']) =>
    Object.entries(credentials)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, members[name]?.kind === 'name' ? value : MASK])
  return {
    accounts: accounts.map(({ credentials, ...account }) => ({
      credentials: Object.fromEntries(masked(credentials)),
      ...account,
    })),
    max_page_size: maxPageSize,
    data_set: 'data' in dataSet ? { data: `${dataSet.data.length} rows` } : dataSet,
    ...others,
  }
}

/** Throws a ControlError. */
export function settingsFromWire(
  body: unknown,
  credentials: Pick<Credentials, 'members'>,
): PartialSettings {
  const { maxPageSize, dataSet, ...sameName } = settingsSchema(credentials).partial().shape
  const Patch = z.strictObject({ ...sameName, max_page_size: maxPageSize, data_set: dataSet })
  const { max_page_size, data_set, ...others } = parsed(Patch, body, 'settings')
  return { ...others, maxPageSize: max_page_size, dataSet: data_set }
}

export function recipeToWire({ whyNot, ...recipe }: RecipeView): unknown {
  return whyNot === undefined ? recipe : { ...recipe, why_not: whyNot }
}

export function searchToWire({ id, recordCount, ...others }: SearchView): unknown {
  return { search_id: id, record_count: recordCount, ...others }
}

export function stateToWire(state: MockState, credentials: Credentials): unknown {
  const { connections, requests, tlsErrors, searchesCreated, followersDropped } = state.counters
  const { journal } = state
  return {
    settings: settingsToWire(state.settings, credentials),
    searches: state.searches.map(searchToWire),
    search_count: state.searchCount,
    max_searches: state.maxSearches,
    next_after: state.nextAfter,
    faults: state.faults,
    journal: {
      last_sequence: journal.lastSequence,
      forgotten_up_to: journal.forgottenUpTo,
      bodies_dropped_up_to: journal.bodiesDroppedUpTo,
      bytes: journal.bytes,
      most_bytes: journal.mostBytes,
    },
    counters: {
      connections,
      requests,
      tls_errors: tlsErrors,
      searches_created: searchesCreated,
      followers_dropped: followersDropped,
    },
  }
}

export function entryToWire({ searchId, bodiesDropped, ...entry }: JournalEntry): unknown {
  return {
    ...entry,
    ...(bodiesDropped && { bodies_dropped: true }),
    ...(searchId !== undefined && { search_id: searchId }),
  }
}

export function glanceToWire({ searchId, time, ...glance }: Glance): unknown {
  return {
    ...glance,
    time: new Date(time).toISOString(),
    ...(searchId !== undefined && { search_id: searchId }),
  }
}
