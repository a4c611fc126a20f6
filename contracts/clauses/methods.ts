import type { Method } from '../method.ts'

/** Every method. */
export const EVERY: readonly Method[] = ['ping', 'is_async', 'query', 'status', 'results', 'delete']
/** Those that answer with an envelope. */
export const WITH_ENVELOPE: readonly Method[] = ['ping', 'query', 'status', 'results', 'delete']
/** Those that are given the id of a search. */
export const OF_A_SEARCH: readonly Method[] = ['status', 'results', 'delete']
