import type { Endpoint } from '../../data-source-definition.ts'
import { jsonReply } from '../../http/reply.ts'
import { noParameters } from './parameters.ts'

/** `GET /openapi.json` */
export const apiDescription: Endpoint = {
  readsBody: false,
  async answer(request) {
    noParameters(request)
    // Loaded when somebody asks: most mocks are never asked, and all would start later for it.
    const { abcOpenApi } = await import('../../../contracts/abc-security-monitor/openapi.ts')
    return jsonReply(200, abcOpenApi())
  },
}
