import fc from 'fast-check'
import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { statesOf } from '../../../contracts/data-source/states-of.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'
import { CaseDoesNotFit } from '../../kit/violation.ts'

const TELLING = ['PAUSED', 'DONE', '', 'COMPLETED_PARTIALLY']

/**
 * LIFE-2. A status that the API does not list says nothing about completeness, so no caller may be told
 * that the search is done. Another spelling of a known status may be read either way.
 */
export default defineCheck({
  clause: 'LIFE-2',
  claim: 'a status that the connector does not know is never COMPLETED',
  needs: ['asynchronous', 'an unknown status', 'a running state'],
  cases: ({ source }) =>
    fc.record({
      status: fc.string({ maxLength: 20 }).filter((status) => isUnknown(status, source)),
      progress: fc.nat({ max: 100 }),
    }),
  always: ({ source }) =>
    TELLING.filter((status) => isUnknown(status, source)).map((status) => ({
      status,
      progress: 100,
    })),
  async run({ connector, dataSource, source }, { status, progress }) {
    const search = await dataSource.searchIn(statesOf(source).middle ?? '', 0)
    const told = source.writes.status?.({ id: search.id, word: status, progress })
    if (told === undefined) throw new CaseDoesNotFit(source.title, 'it tells no status by one word')
    dataSource.fault({ kind: 'http-status', ...told })
    const answer = await connector.status(search.id)
    const { reading } = answer
    if (reading.kind === 'failure') return
    const claimed = reading.kind === 'success' ? reading.envelope['status'] : undefined
    if (claimed !== 'RUNNING' && claimed !== 'ERROR') {
      violated('a failure, or status RUNNING or ERROR', describeAnswer(answer))
    }
  },
})

/** TIMEOUT is a status of hardly any API, but a connector may know it from another. */
function isUnknown(status: string, { states }: DataSource): boolean {
  const known = [...states.map(({ word }) => word.toUpperCase()), 'TIMEOUT']
  return !known.includes(status.trim().toUpperCase())
}
