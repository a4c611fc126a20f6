import { type IncomingHttpHeaders, request } from 'node:http'
import type { MockDataSource } from '../../../mock-datasource/index.ts'
import { basic } from './open-mock.ts'

export interface RawAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/**
 * Sends a path exactly as it is, where a well-meaning client would tidy it up first. Rejects if the
 * connection ends without an answer.
 */
export function rawRequest(
  mock: MockDataSource,
  path: string,
  options: { method?: string; headers?: Record<string, string | string[]>; body?: string } = {},
): Promise<RawAnswer> {
  const { method = 'GET', headers = {}, body } = options
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: mock.host,
        port: mock.port,
        method,
        path,
        headers: { authorization: basic(mock), ...headers },
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (piece) => {
          text += piece
        })
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
        )
        answer.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
