import { pagedOperations } from '../../contracts/data-source/serving.ts'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import type { Alteration } from '../faults/fault-kind.ts'
import type { FaultSchedule, Target } from '../faults/schedule.ts'
import type { Reply } from './reply.ts'
import { joined } from './send.ts'

/** Performs an operation, and counts it where that succeeds: for a page of a result, where there is one. */
export function counting(
  faults: FaultSchedule,
  target: Target,
  { reads, methods }: DataSourceDefinition,
  perform: (alteration?: Alteration) => Reply | Promise<Reply>,
) {
  const isPaged = pagedOperations({ methods }).includes(target.operation ?? '')
  return async (alteration?: Alteration): Promise<Reply> => {
    const reply = await perform(alteration)
    const { status, headers, body, facts } = reply
    const isFine = () => {
      const text = Buffer.concat(body).toString()
      return (
        status < 400 &&
        reads.errorCode({ status, headers: joined(headers), body: text }) === undefined
      )
    }
    if (isPaged ? facts?.page !== undefined : isFine())
      faults.succeeded({ ...target, page: facts?.page })
    return reply
  }
}
