import type { Code } from '../../contracts/data-source/errors.ts'
import type { ErrorCode } from '../../contracts/error-code.ts'
import { Refusal } from '../refusal.ts'
import { type Parts, refusalFor } from './parts.ts'

/**
 * How an API says that it can take on no more: by what it has for too many requests, else by what it has for not
 * being there, else by a 503. `why` stands behind the API's own words.
 */
export function overloaded(parts: Parts, why: string): Refusal {
  const { roles, table, codes } = parts.errors
  const meaning = (means: ErrorCode): Code | undefined =>
    Object.keys(table).find((code) => {
      const { means: all = [], at = ['create'] } = table[code] ?? {}
      return all.includes(means) && at.includes('create')
    })
  const code =
    roles.too_many ??
    meaning('too_many_requests') ??
    roles.unavailable ??
    meaning('service_unavailable')
  const headers = { 'retry-after': '1' }
  if (code !== undefined) {
    const own = table[code]?.message ?? ''
    return new Refusal(code, { message: `${own}${own.endsWith('.') ? ' ' : ': '}${why}`, headers })
  }
  if (codes === 'statuses') return new Refusal('503', { message: why, headers })
  return refusalFor(parts, 'general', { http: 503, message: why, headers })
}
