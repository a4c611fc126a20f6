import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request may not use the control plane. */
export interface Denial {
  readonly status: 401 | 403
  readonly message: string
}

const LOOPBACK_ADDRESS = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i

/** Whether the page may be had that drives the control plane. It tells nothing of the mock. */
export function pageDenied(request: IncomingMessage, adminToken: string | undefined) {
  return adminToken === undefined ? denied(request, undefined) : undefined
}

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
  const { host = '', origin, 'sec-fetch-site': site } = request.headers
  // A browser says where a request comes from. Another port of this machine is another page, too.
  const isForeign = site === 'cross-site' || site === 'same-site'
  const local = LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '')
  const meant = LOOPBACK_HOST.test(host) && (origin === undefined || isOf(origin, host))
  if (local && meant && !isForeign) return undefined
  return {
    status: 403,
    message: 'Without an admin token the control plane serves loopback addresses only',
  }
}

function isOf(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}

function same(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
