/** What the benchmarks use of autocannon, which comes without types. */
declare module 'autocannon' {
  export interface Client {
    setRequests(requests: readonly { readonly path: string }[]): void
  }

  export interface Options {
    readonly url: string
    readonly connections: number
    /** Seconds. */
    readonly duration?: number
    /** How many requests, where not the time is given. */
    readonly amount?: number
    /** Milliseconds between samples; a run ends with one. */
    readonly sampleInt?: number
    readonly headers: Readonly<Record<string, string>>
    /** Called once for each connection, before its first request. */
    readonly setupClient?: (client: Client) => void
  }

  export interface Result {
    readonly '2xx': number
    readonly non2xx: number
    readonly errors: number
    readonly timeouts: number
  }

  /** `start` comes when all connections are about to be made. */
  export interface Run extends Promise<Result> {
    once(event: 'start', listener: () => void): void
  }

  export default function autocannon(options: Options): Run
}
