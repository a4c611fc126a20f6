import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import createAsynchronous from '../../../../connectors/abc-security-monitor/index.ts'
import createSynchronous from '../../../../connectors/abc-security-monitor-sync/index.ts'
import { Declarations } from '../../../../contracts/declarations.ts'
import { METHODS } from '../../../../contracts/method.ts'
import { type FaultRow, faultMatrix } from '../../../../harness/checks/envelope/fault-matrix.ts'
import { CHECKS } from '../../../../harness/checks/index.ts'
import type { Mode } from '../../../../harness/kit/requests.ts'
import { FAULT_KINDS } from '../../../../mock-datasource/faults/kinds/index.ts'
import { faultMatrixPage } from '../../../../scripts/fault-matrix-page.ts'
import { AbcFault } from '../../../mock-datasource/support/abc-fault.ts'
import ledgerWatch from '../../../sources/ledger-watch/definition.ts'
import { abcSource } from '../../../support/abc-source.ts'
import { judge } from '../../../support/claims.ts'
import { factoryDriver } from '../../../support/factory-driver.ts'
import { sessionOptions } from '../../../support/toy-session.ts'
import { onFailure } from '../../../variants/edit-answers.ts'
import { variantOf } from '../../../variants/variant.ts'

const MATRIX = faultMatrix(abcSource)

const specsOf = ({ spec }: FaultRow) => (typeof spec === 'function' ? METHODS.map(spec) : [spec])

function fill(connector: Parameters<typeof factoryDriver>[0], mode: Mode = 'asynchronous') {
  const check = CHECKS.find(({ name }) => name === 'ENV-1 fault matrix')
  if (check === undefined) throw new Error('there is no check that fills the matrix')
  const { name: _, ...session } = sessionOptions({ driver: factoryDriver(connector), mode })
  return judge(check, { ...session, seed: 1, runs: 1, shrinks: 0, isOver: () => false })
}

const cellsOf = (result: Awaited<ReturnType<typeof fill>>) =>
  'matrix' in result ? (result.matrix ?? []) : []

describe('the fault matrix', () => {
  it('has a row for every kind of fault that there is', () => {
    const kinds = FAULT_KINDS.map(({ schema }) => schema.shape.kind.value)
    // Where nobody logs in, nothing expires.
    const rows = [...MATRIX, ...faultMatrix(ledgerWatch)].flatMap(specsOf).map(({ kind }) => kind)
    // Certificates are NET-4's, whose checks show one each.
    const due = kinds.filter((kind) => kind !== 'other-certificate')
    expect([...new Set(rows)].toSorted()).toEqual(due.toSorted())
  })

  it('has faults that the data source takes, under names of their own that begin with the kind', () => {
    for (const row of MATRIX) {
      for (const spec of specsOf(row)) {
        expect(AbcFault.safeParse(spec).error).toBeUndefined()
        expect(row.fault.startsWith(spec.kind)).toBe(true)
      }
    }
    expect(new Set(MATRIX.map(({ fault }) => fault)).size).toBe(MATRIX.length)
  })

  it('allows every method at least one outcome under every fault', () => {
    const declarations = Declarations.parse({})
    for (const { allowed } of MATRIX) {
      for (const method of METHODS) expect(allowed(method, declarations)).not.toEqual([])
    }
  })

  it('has no row for what the data source has not', () => {
    const { errors, paging } = abcSource
    const rows = faultMatrix({
      ...abcSource,
      errors: { ...errors, roles: {} },
      paging: { ...paging, anomalies: ['wrong-total'] },
      vital: {},
    })
    const names = rows.map(({ fault }) => fault)
    expect(MATRIX.map(({ fault }) => fault).filter((fault) => !names.includes(fault))).toEqual([
      `api-error ${errors.roles.unavailable}`,
      ...['short-page', 'repeated-page', 'repeated-token', 'empty-page'].map(
        (variant) => `page-anomaly, ${variant}`,
      ),
    ])
    const drift = rows.find(({ fault }) => fault === 'schema-drift, field missing')
    expect(drift?.allowed('results', {})).toEqual(['right answer', 'failure'])
  })

  it("goes by the author's own error table where there is one", () => {
    const declarations = Declarations.parse({ errors: { 1010: ['forbidden'] } })
    const row = MATRIX.find(({ fault }) => fault === 'api-error 1010')
    expect(row?.allowed('ping', declarations)).toEqual(['forbidden'])
  })

  it.each([
    ['asynchronous', createAsynchronous],
    ['synchronous', createSynchronous],
  ] as const)('is held in every cell by the correct %s connector', async (mode, connector) => {
    const result = await fill(connector, mode)
    expect(result.state).toBe('held')
    const cells = cellsOf(result)
    expect(cells.filter(({ held }) => !held)).toEqual([])
    expect(cells.map(({ fault, method }) => `${method} under ${fault}`)).toEqual(
      MATRIX.flatMap(({ fault }) => METHODS.map((method) => `${method} under ${fault}`)),
    )
  })

  it('is filled to its last cell, also where some are not envelopes', async () => {
    const connector = variantOf((correct) => ({ status: onFailure(correct.status, () => 'oops') }))
    const result = await fill(connector)
    expect(result).toMatchObject({
      state: 'violated',
      violation: { clause: 'ENV-1', invariant: 'ENV-1 every answer' },
    })
    const cells = cellsOf(result)
    expect(cells).toHaveLength(MATRIX.length * METHODS.length)
    const broken = cells.filter(({ held }) => !held)
    expect(new Set(broken.map(({ method }) => method))).toEqual(new Set(['status']))
    expect(broken[0]).toMatchObject({ fault: 'hang', outcome: 'no envelope', clause: 'NET-3' })
  })

  it('accuses nobody where an envelope came, and says by which clause it is wrong', async () => {
    const connector = variantOf((correct) => ({
      ping: onFailure(correct.ping, () => ({ success: true })),
    }))
    const result = await fill(connector)
    expect(result.state).toBe('held')
    expect(cellsOf(result).filter(({ held }) => !held)).toContainEqual({
      fault: 'api-error 1010',
      method: 'ping',
      outcome: 'right answer',
      allowed: ['service_unavailable'],
      held: false,
      clause: 'ERR-1',
    })
  })

  it('is documented as it is', async () => {
    // `vitest run -u` writes the page anew.
    const page = fileURLToPath(new URL('../../../../docs/fault-matrix.md', import.meta.url))
    await expect(faultMatrixPage(abcSource)).toMatchFileSnapshot(page)
  })
})
