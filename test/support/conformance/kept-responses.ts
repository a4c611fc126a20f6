import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { PublishedResponse } from '../../../mock-datasource/index.ts'

interface Kept extends Omit<PublishedResponse, 'body'> {
  /** In base64. */
  readonly body: string
}

/** The responses that processes have kept in a file, as `preload.js` has them write it; none where there is no file. */
export async function* keptResponses(path: string): AsyncGenerator<PublishedResponse> {
  if (!existsSync(path)) return
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const { body, ...head } = JSON.parse(line) as Kept
    yield { ...head, body: [Buffer.from(body, 'base64')] }
  }
}
