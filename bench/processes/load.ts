import autocannon from 'autocannon'
import { answerParent } from './answer-parent.ts'

const CONNECTIONS = 10
const MILLISECONDS_BETWEEN_SAMPLES = 50

export interface Load {
  readonly url: string
  /** Asked for in turn, over and over. */
  readonly paths: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly seconds: number
}

const operations = {
  /** Keeps a server as busy as it can be. Throws unless every answer is a success. */
  async run({ url, paths, headers, seconds }: Load) {
    let connections = 0
    let startedAt = 0
    const run = autocannon({
      url,
      headers,
      connections: CONNECTIONS,
      duration: seconds,
      sampleInt: MILLISECONDS_BETWEEN_SAMPLES,
      setupClient: (client) => {
        // Side by side, ten connections would ask for each page ten times in a row, which no cache misses.
        const start = Math.floor((connections++ * paths.length) / CONNECTIONS)
        const turned = [...paths.slice(start), ...paths.slice(0, start)]
        client.setRequests(turned.map((path) => ({ path })))
      },
    })
    // Its own duration counts the making of the requests too, which takes longer the more paths there are.
    run.once('start', () => {
      startedAt = performance.now()
    })
    const { '2xx': answered, non2xx, errors, timeouts } = await run
    const took = (performance.now() - startedAt) / 1_000
    if (answered === 0 || non2xx + errors + timeouts > 0) {
      throw new Error(
        `${url}${paths[0]}: ${answered} answers, ${non2xx} of another status, ${errors} errors`,
      )
    }
    return { answered, seconds: took }
  },
}

export type LoadOperations = typeof operations

answerParent(operations)
