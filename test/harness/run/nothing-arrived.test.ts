import { expect, it } from 'vitest'
import { nothingArrived } from '../../../harness/run/nothing-arrived.ts'
import { madePlan } from '../../support/made-options.ts'

const said = 'nothing arrived: no call made a request of ABC Security Monitor'

it('names the variables that may be why, and what the connector says', () => {
  expect(nothingArrived(madePlan(), {}, [])).toBe(said)
  expect(nothingArrived(madePlan(), {}, ['HTTPS_PROXY', 'NETRC'])).toBe(
    `${said}; HTTPS_PROXY, NETRC are set for it, and may be why`,
  )
  const refusal = 'status answers {"success":false}'
  expect(nothingArrived(madePlan({ driver: 'proxy-host' }), { refusal }, [])).toBe(
    `${said}; the host that runs it has variables of its own; ${refusal}`,
  )
})
