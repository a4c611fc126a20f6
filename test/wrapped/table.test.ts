import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../harness/checks/index.ts'
import { runCheck } from '../../harness/engine/run-check.ts'
import { factoryDriver } from '../support/factory-driver.ts'
import { sessionOptions } from '../support/toy-session.ts'
import { ENVELOPE } from './envelope.ts'
import { ERRORS } from './errors.ts'
import { LIFECYCLE } from './lifecycle.ts'
import { MODE } from './mode.ts'
import { PAGINATION } from './pagination.ts'
import { SECURITY } from './security.ts'
import { CORRECT_CONNECTORS, type CorrectConnector } from './support/correct.ts'
import type { Defect } from './support/wrap.ts'
import { TRANSPORT } from './transport.ts'

const DEFECTS: readonly Defect[] = [
  ...ENVELOPE,
  ...MODE,
  ...LIFECYCLE,
  ...PAGINATION,
  ...ERRORS,
  ...TRANSPORT,
  ...SECURITY,
]
/** A busy machine takes its time. */
const TIMEOUT_MILLISECONDS = 120_000
/** Certificates and redirects are looked at below HTTP clients, which a defect of this table does not reach. */
const BELOW_CLIENTS = ['NET-4', 'SEC-2 redirect']

const checkOf = ({ caughtBy }: Defect) => CHECKS.find(({ name }) => name === caughtBy)

/** What a check says of a correct connector with this defect. */
async function verdict(
  defect: Defect,
  { source, mode, declarations, ...correct }: CorrectConnector,
) {
  const check = checkOf(defect)
  if (check === undefined) throw new Error(`there is no check ${defect.caughtBy}`)
  const wrapped = defect.wrap({ source, mode, declarations, ...correct })
  const options = sessionOptions({ driver: factoryDriver(wrapped), source, mode, declarations })
  const { name: _, ...session } = options
  const result = await runCheck(check, { ...session, seed: 1, runs: 60, shrinks: 0 })
  return 'reason' in result ? `${result.state}: ${result.reason}` : result.state
}

describe.each(CORRECT_CONNECTORS)('a defect put to $name', (correct) => {
  const { source, mode, declarations } = correct
  const capabilities = { source, mode, declarations, scheme: 'http' as const }
  const applies = (defect: Defect) => checkOf(defect)?.notFor(capabilities) === undefined

  it.concurrent.each(DEFECTS.filter(applies))(
    'is caught by $caughtBy: $defect',
    { timeout: TIMEOUT_MILLISECONDS },
    async (defect) => {
      expect(await verdict(defect, correct)).toBe('violated')
    },
  )

  it('is there for every check that says anything about it', () => {
    const names = CHECKS.filter((check) => check.notFor(capabilities) === undefined)
      .map(({ name }) => name)
      .filter((name) => !BELOW_CLIENTS.includes(name))
    const caught = DEFECTS.map(({ caughtBy }) => caughtBy)
    expect(names.filter((name) => !caught.includes(name))).toEqual([])
  })
})
