import { createHash } from 'node:crypto'
import { bytesOf, type Exchange, headerOf } from './exchange.ts'

type Request = Exchange['request']

/**
 * What tells requests apart: method, path and query string, the range of rows in a header, and the body, JSON whatever
 * order its members have. Both sides are masked, so that credentials make no difference.
 */
export function requestKey(request: Request): string {
  const { method, path } = request
  const range = headerOf(request.headers, 'range') ?? ''
  return createHash('sha256')
    .update(`${method}\n${path}\n${range}\n`)
    .update(canonicalBody(request))
    .digest('base64url')
}

function canonicalBody({ body }: Request): Buffer | string {
  if (body === undefined || !('text' in body)) return bytesOf(body)
  try {
    return JSON.stringify(JSON.parse(body.text), (_name, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
        : value,
    )
  } catch {
    return body.text
  }
}
