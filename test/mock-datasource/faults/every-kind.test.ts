import { expect, test } from 'vitest'
import { FAULT_KINDS } from '../../../mock-datasource/faults/kinds/index.ts'
import type { FaultSpec } from '../../../mock-datasource/index.ts'
import { EVERY_KIND } from '../support/every-kind.ts'
import { openMock } from '../support/open-mock.ts'

test('every kind is among the examples', () => {
  const names = FAULT_KINDS.map(({ schema }) => schema.shape.kind.value)
  expect(EVERY_KIND.map(({ kind }) => kind).sort()).toEqual(names.sort())
})

/** Where there is no log-in, nothing expires. */
const sourceFor = ({ kind }: FaultSpec) => (kind === 'session-expired' ? 'splunk' : 'abc')

test.each(EVERY_KIND)('$kind can be added, survives a snapshot, and counts on', async (spec) => {
  const dataSource = sourceFor(spec)
  const ofConnections = ['silent-connection', 'other-certificate'].includes(spec.kind)
  const scheme = spec.kind === 'other-certificate' ? 'https' : 'http'
  const mock = await openMock({ dataSource, scheme })
  // A connection does not say yet what is asked.
  const where = ofConnections ? {} : { operation: 'results' }
  const fault = { ...spec, ...where, times: 3, probability: 0.5, seed: 4, after: 1_000 }
  const { body } = await mock.bare('post', '/_mock/faults').send(fault)
  expect(body).toEqual({ id: 'fault-1', spec: fault, seen: 0, struck: 0 })
  const state = JSON.parse(JSON.stringify(mock.control.snapshot()))
  const other = await openMock({ dataSource, scheme, state })
  expect(other.control.faults()).toEqual(mock.control.faults())
  expect(other.control.snapshot()).toEqual(state)
})

test.each(EVERY_KIND)('$kind takes no field that it does not know', async (spec) => {
  const mock = await openMock({ dataSource: sourceFor(spec) })
  const { status, body } = await mock.bare('post', '/_mock/faults').send({ ...spec, typo: 1 })
  expect([status, body.message]).toEqual([400, "fault: unknown field 'typo'"])
})
