import { expect, it } from 'vitest'
import type { Target } from '../../../../harness/drivers/target.ts'
import { Failure, targetOf } from '../../../../harness/engine/failures/failure.ts'
import { nameOf } from '../../../../harness/engine/failures/find-failure.ts'
import { madeFailure } from '../../../support/made-failure.ts'

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
