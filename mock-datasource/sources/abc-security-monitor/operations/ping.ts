import {
  ABC_NAME,
  ABC_VERSION,
  type AbcPingBody,
} from '../../../../contracts/abc-security-monitor/api.ts'
import type { Endpoint } from '../../../data-source-definition.ts'
import { jsonReply } from '../../../http/reply.ts'
import { noParameters } from '../parameters.ts'

const BODY: AbcPingBody = { code: 200, success: true, name: ABC_NAME, version: ABC_VERSION }
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
