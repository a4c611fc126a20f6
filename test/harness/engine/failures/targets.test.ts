import { describe, expect, it } from 'vitest'
import type { Target } from '../../../../harness/drivers/target.ts'
import {
  dataSourceOf,
  Failure,
  type FailureContext,
  failureOf,
  isOf,
  targetOf,
} from '../../../../harness/engine/failures/failure.ts'
import { nameOf } from '../../../../harness/engine/failures/find-failure.ts'
import { plannedAbc } from '../../../support/abc-source.ts'
import { madeFailure } from '../../../support/made-failure.ts'
import { madeViolation } from '../../../support/made-report.ts'

const HOST = {
  kind: 'proxy-host',
  url: 'https://127.0.0.1:5000',
  module: 'abc',
  certificate: 'cert.pem',
} as const

it('a failure keeps the host that it was found at, and its files are those beside the failure', () => {
  const kept = Failure.parse(JSON.parse(JSON.stringify(madeFailure({ target: HOST }))))
  expect(targetOf(kept, '/home/me')).toEqual({ ...HOST, from: '/home/me' } satisfies Target)
})

it('a failure is listed with the module and the host', () => {
  const failure = madeFailure({ target: HOST })
  expect(nameOf(failure, failure.target)).toBe('1a2b3c4d  PAGE-1  abc on https://127.0.0.1:5000')
})

const CHECKOUT = {
  kind: 'stix-shifter',
  checkout: '../stix-shifter',
  module: 'abc',
  python: 'python3',
} as const

it('a failure keeps the checkout and its module as they were named', () => {
  const kept = Failure.parse(JSON.parse(JSON.stringify(madeFailure({ target: CHECKOUT }))))
  expect(targetOf(kept, '/home/me')).toEqual({ ...CHECKOUT, from: '/home/me' } satisfies Target)
  expect(nameOf(kept, kept.target)).toBe('1a2b3c4d  PAGE-1  abc of ../stix-shifter')
})

describe('the data source of a failure', () => {
  const hash = 'f'.repeat(64)
  const from = { kind: 'file', path: '/home/me/sources/ledger.ts' } as const
  const ledger = { name: 'ledger-watch', title: 'Ledger Watch', hash, from }
  const context: FailureContext = {
    ...{ scheme: 'http', declarations: {}, deadlineMilliseconds: 10_000, mode: 'asynchronous' },
    ...{ target: { ...HOST, from: '/home/me' }, dataSource: ledger },
  }

  it('is kept with its file, from the folder of the failure', () => {
    const kept = failureOf(madeViolation(), context, '/home/me')
    expect(kept.data_source).toEqual({ name: 'ledger-watch', hash, file: 'sources/ledger.ts' })
    const path = '/elsewhere/sources/ledger.ts'
    expect(dataSourceOf(kept, '/elsewhere')?.from).toEqual({ kind: 'file', path })
  })

  it('is none in particular where it is the one that is meant anyway', () => {
    const { name } = plannedAbc
    expect(dataSourceOf(madeFailure({ data_source: { name, hash: null } }), '/')).toBeUndefined()
    const other = dataSourceOf(madeFailure({ data_source: { name: 'other', hash } }), '/')
    expect(other).toEqual({ name: 'other', from: { kind: 'built-in' } })
  })

  it('tells failures apart, whatever it said then', () => {
    const kept = failureOf(madeViolation(), context, '/home/me')
    const here = (change: object) => isOf(kept, { ...context, ...change }, '/home/me')
    expect(here({ dataSource: { ...ledger, hash: '0'.repeat(64) } })).toBe(true)
    expect(here({ dataSource: plannedAbc })).toBe(false)
    const ours = failureOf(madeViolation(), { ...context, dataSource: plannedAbc }, '/home/me')
    expect(ours.id).not.toBe(kept.id)
  })
})

it('the target of a failure that lies in another folder is found there again, and told from its like', () => {
  const context: FailureContext = {
    ...{ scheme: 'https', declarations: {}, deadlineMilliseconds: 1_000, mode: 'asynchronous' },
    ...{ target: { ...HOST, from: '/home/me/packages/a' }, dataSource: plannedAbc },
  }
  const kept = failureOf(madeViolation(), context, '/home/me')
  expect(kept.target_folder).toBe('packages/a')
  expect(targetOf(kept, '/builds/42')).toEqual({ ...HOST, from: '/builds/42/packages/a' })
  expect(isOf(kept, context, '/home/me')).toBe(true)
  const other = { ...context, target: { ...HOST, from: '/home/me/packages/b' } }
  expect(isOf(kept, other, '/home/me')).toBe(false)
})
