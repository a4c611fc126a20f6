import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request may not use the control plane. */
export interface Denial {
  readonly status: 401 | 403
  readonly message: string
}

const LOOPBACK_ADDRESS = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i

/**
 * Who may use the control plane. With an admin token: whoever gives it in `X-Admin-Token`, from anywhere.
 * Without one: whoever comes over a loopback address and means one. The latter keeps out web pages that a
 * browser on this machine has open, whose own host name can be made to lead here (DNS rebinding).
 */
export function denied(
  request: IncomingMessage,
  adminToken: string | undefined,
): Denial | undefined {
  if (adminToken !== undefined) {
    const given = request.headers['x-admin-token']
    if (typeof given === 'string' && same(given, adminToken)) return undefined
    return { status: 401, message: 'The control plane needs the admin token, in X-Admin-Token' }
  }
  const { host = '', origin } = request.headers
  const local = LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '')
  const meant = LOOPBACK_HOST.test(host) && (origin === undefined || isLoopback(origin))
  if (local && meant) return undefined
  return {
    status: 403,
    message: 'Without an admin token the control plane serves loopback addresses only',
  }
}

function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && LOOPBACK_HOST.test(new URL(origin).host)
}

function same(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
