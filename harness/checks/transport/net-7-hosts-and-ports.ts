import type { Method } from '../../../contracts/method.ts'
import type { Answer } from '../../kit/answer.ts'
import { callMethod } from '../../kit/call-method.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'
import { isRightAnswer } from '../../kit/right-answer.ts'
import type { Session } from '../../kit/session.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

const HOSTS = { 'an IPv6 address': '::1', 'a name': 'localhost', 'an IPv4 address': '127.0.0.1' }

interface AddressCase {
  readonly host: keyof typeof HOSTS
  readonly port: 'an integer' | 'a text'
  readonly method: Method
}

type Address = Pick<AddressCase, 'host' | 'port'>

const USUAL = { host: 'an IPv4 address', port: 'an integer' } as const satisfies Address

function isUsual({ host, port }: Address): boolean {
  return host === USUAL.host && port === USUAL.port
}

/** NET-7. What a user may write for an address is what networks take for one. */
export default defineCheck({
  clause: 'NET-7',
  claim: '`host` may be a name or an address, `port` a number or a decimal string',
  cases: (capabilities) => {
    const methods = tellingMethods(capabilities)
    // Where one text holds both, it has to tell them apart, and there is no port by itself.
    if (capabilities.source.given.portInHost) {
      return combinations<AddressCase>({ host: ['a name'], port: ['an integer'], method: methods })
    }
    return combinations<AddressCase>({
      method: methods,
      port: ['an integer', 'a text'],
      host: ['an IPv6 address', 'a name', 'an IPv4 address'],
    }).filter((example) => !isUsual(example))
  },
  // What fails at the address of all other cases fails for another reason.
  without: ({ method, ...address }) => (isUsual(address) ? [] : [{ ...USUAL, method }]),
  tells: ({ host, port }) => `${host}, ${port}`,
  async run(session, { host, port, method }) {
    const there = await reachedAt(session, HOSTS[host])
    const search = await there.dataSource.completedSearch()
    const usual = there.connectorAt({}).connection.port
    const connector = there.connectorAt({
      connection: {
        ...(host === 'a name' ? { host: HOSTS[host] } : {}),
        ...(port === 'a text' ? { port: String(usual) } : {}),
      },
    })
    const answer = await callMethod(connector, method, search)
    if (isRightAnswer(answer, { ...session, ...there }, search)) {
      if (answer.exchanges.length === 0) throw new CaseNotApplicable(`${method} makes no request`)
      return
    }
    violated(`the right answer, with ${host} for host and ${port} for port`, inWords(answer))
  },
})

/** One that asks for a page, whose address a connector may put together by itself, and the simplest one. */
function tellingMethods(capabilities: Capabilities): readonly Method[] {
  const methods = requestingMethods(capabilities)
  return [...new Set(['results', ...methods.slice(0, 1)] as Method[])]
}

/** A name leads to the usual address; an IPv6 address needs a data source that listens there. */
async function reachedAt(session: Session, host: string) {
  return host === HOSTS['an IPv6 address'] ? session.anotherDataSource({ host }) : session
}

function inWords(answer: Answer): string {
  return `${describeAnswer(answer)}, after ${answer.exchanges.length} requests`
}
