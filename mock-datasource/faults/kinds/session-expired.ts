import * as z from 'zod'
import { logInsOf } from '../../../contracts/data-source/serving.ts'
import { defineFaultKind } from '../fault-kind.ts'

/**
 * The session key or token that the request shows is worth nothing from now on, so that the data source refuses
 * this request and all later ones with it, until a log-in gives out another. Source: ERR-3.
 */
export const sessionExpired = defineFaultKind({
  schema: z.strictObject({ kind: z.literal('session-expired') }),
  proceeds: true,
  sessionsOnly: true,
  problem(_spec, source) {
    if (logInsOf(source).length > 0) return undefined
    return { message: `${source.title} has no log-in that gives out what could expire` }
  },
  strike(_spec, struck) {
    struck.expire()
    return struck.proceed()
  },
})
