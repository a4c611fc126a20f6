import { AbcPingBody } from '../../../contracts/abc-security-monitor/api.ts'
import { success } from '../probe/expected.ts'
import type { Scenario } from '../scenario.ts'

/** Its version may be any. */
export const ping: Scenario = {
  name: 'ping',
  title: 'Ping',
  async run(side, observe) {
    const exchange = await side.send({ method: 'GET', path: '/ping' })
    observe.answer('ping', exchange, success(AbcPingBody))
    const body = AbcPingBody.safeParse(exchange.answer?.json)
    if (body.success) observe.exact('ping', 'name', body.data.name, exchange)
  },
}
