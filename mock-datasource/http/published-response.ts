import { channel } from 'node:diagnostics_channel'

/** A response that a mock has given, for whoever in this process listens. */
export interface PublishedResponse {
  /** The name of the data source. */
  readonly dataSource: string
  /** Absent where the request reached none. */
  readonly operation?: string | undefined
  /** The Express path of the route; absent where no route has the request's path. */
  readonly route?: string | undefined
  /** Absent where the request was none that HTTP knows. */
  readonly method?: string | undefined
  readonly status: number
  /** By lower-case name, as they were sent. */
  readonly headers: Readonly<Record<string, string>>
  /** In pieces, as they were sent. */
  readonly body: readonly Buffer[]
  /** The id of the fault that struck. */
  readonly fault?: string | undefined
  /** Whether the error is one that the search's query asked for. */
  readonly scripted: boolean
}

/** The name of the `node:diagnostics_channel` on which every mock of this process publishes its responses. */
export const RESPONSE_CHANNEL = 'connector-contract:response'

const responses = channel(RESPONSE_CHANNEL)

/** Costs nothing where nobody listens. */
export function publishResponse(response: () => PublishedResponse): void {
  if (responses.hasSubscribers) responses.publish(response())
}
