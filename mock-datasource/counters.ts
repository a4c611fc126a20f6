/** What happened since the mock started, or was reset. */
export interface Counters {
  connections: number
  /** Those of the control plane apart. */
  requests: number
  /** Handshakes that failed, for instance because the client did not trust the certificate. */
  tlsErrors: number
  /** Over the API; not those made by the control plane. */
  searchesCreated: number
  /** Followers of the journal that did not read what came. */
  followersDropped: number
}

export function noCounts(): Counters {
  return { connections: 0, requests: 0, tlsErrors: 0, searchesCreated: 0, followersDropped: 0 }
}
