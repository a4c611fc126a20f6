import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerParent } from './answer-parent.ts'
import { usage } from './usage.ts'

/** Serves bodies that lie ready: the least that any server on node:http has to do. */
const operations = {
  /** Takes over what another server answers on these paths. */
  async start({ url, paths, headers }: Copied) {
    const bodies = new Map<string, Buffer>()
    for (const path of paths) {
      const response = await fetch(url + path, { headers })
      if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`)
      bodies.set(path, Buffer.from(await response.arrayBuffer()))
    }
    const server = createServer((request, response) => {
      const body = bodies.get(request.url as string) as Buffer
      response.writeHead(200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': body.length,
      })
      response.end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  },

  usage,
}

interface Copied {
  readonly url: string
  readonly paths: readonly string[]
  readonly headers: Readonly<Record<string, string>>
}

export type BareOperations = typeof operations

answerParent(operations)
