import type { AbcPingBody } from '../../../contracts/abc-security-monitor/api.ts'
import type { Endpoint } from '../../data-source-definition.ts'
import { jsonReply } from '../../http/reply.ts'
import { noParameters } from '../parameters.ts'

const BODY: AbcPingBody = {
  code: 200,
  success: true,
  name: 'ABC Security Monitor',
  version: '1.0.0',
}
const PONG = jsonReply(200, BODY)

/** `GET /ping` */
export const ping: Endpoint = {
  operation: 'ping',
  readsBody: false,
  answer(request) {
    noParameters(request)
    return PONG
  },
}
