import { beforeAll, describe, expect, it } from 'vitest'
import { ABC_PROVIDER_STATES } from '../../../../contracts/abc-security-monitor/provider-states.ts'
import { PactFile } from '../../../../contracts/pact-file.ts'
import { pactText } from '../../../../harness/pacts/pact-text.ts'
import type { Footprint } from '../../../../harness/pacts/record/footprint.ts'
import { pactOf } from '../../../../harness/pacts/record/pact-of.ts'
import { mockStates } from '../../../../harness/pacts/verify/mock-states.ts'
import { requireKnownStates } from '../../../../harness/pacts/verify/require-known-states.ts'
import { verifyPact } from '../../../../harness/pacts/verify/verify-pact.ts'
import { startMockDataSource } from '../../../../mock-datasource/index.ts'
import { realFootprint } from '../../../support/real-footprint.ts'

const CONNECTOR = 'connectors/abc-security-monitor'
const SYNCHRONOUS = 'connectors/abc-security-monitor-sync'
/** Together they call every method, on every page and into every error. */
const CLAUSES = [
  'MODE-2',
  'LIFE-1',
  'LIFE-5',
  'PAGE-1',
  'PAGE-5',
  'ERR-1',
  'ERR-3',
  'SEC-1',
  'SEC-3',
]
const BY = { seed: 1, runs: 2 }

const pactFor = (footprint: Footprint) => pactOf(footprint, 'some connector', BY)
const namesIn = ({ interactions }: PactFile) => interactions.map(({ description }) => description)

describe.each([CONNECTOR, SYNCHRONOUS])('the pact recorded of %s', { timeout: 120_000 }, (path) => {
  let footprint: Footprint
  let pact: PactFile

  beforeAll(async () => {
    footprint = await realFootprint(path, CLAUSES)
    pact = pactFor(footprint)
  }, 120_000)

  it('is a Pact file of specification 4, with states that can be set', () => {
    expect(PactFile.parse(JSON.parse(pactText(pact)))).toBeTruthy()
    expect(() => requireKnownStates('a.json', pact)).not.toThrow()
  })

  it.each(['http', 'https'] as const)('is kept by the mock over %s', async (scheme) => {
    const mock = await startMockDataSource({ scheme })
    const states = mockStates(mock)
    const { url: baseUrl, certificate } = mock
    const provider = { baseUrl, certificate, timeoutMilliseconds: 10_000, states }
    const verdicts = await verifyPact(pact, provider).finally(async () => {
      await states.close()
      await mock.close()
    })
    expect(verdicts.filter(({ outcome }) => outcome !== 'held')).toEqual([])
    expect(verdicts.length).toBeGreaterThan(10)
  })

  it('tells every interaction apart by its description and states, as Pact needs it', () => {
    const names = pact.interactions.map(({ description, providerStates }) =>
      JSON.stringify([description, providerStates]),
    )
    expect(new Set(names).size).toBe(names.length)
  })

  it('holds no credentials: what stands there is an example, or comes from a state', () => {
    for (const { request } of pact.interactions) {
      expect(request.headers?.['authorization']).toEqual(['Basic ZXhhbXBsZTpleGFtcGxl'])
    }
    expect(pactText(pact)).not.toMatch(/pw\+|token\+|\*\*\*/)
  })

  it('is the same whichever check ends first', async () => {
    const again = await realFootprint(path, CLAUSES, 'last to first')
    expect(pactText(pactFor(again))).toBe(pactText(pact))
  })
})

describe('what is recorded', { timeout: 60_000 }, () => {
  it('is one interaction for each shape of request and each of its outcomes', async () => {
    const pact = pactFor(await realFootprint(CONNECTOR, ['LIFE-1', 'LIFE-5', 'PAGE-1']))
    expect(namesIn(pact)).toEqual(
      expect.arrayContaining([
        'status: COMPLETED',
        'status: EXECUTE',
        'status: error 1002',
        'results by limit, offset: last page',
        'results by limit, page_token: more pages',
      ]),
    )
    const states = pact.interactions.flatMap(({ providerStates = [] }) => providerStates)
    expect(states.map(({ name }) => name)).toContain('there is a search')
    for (const { name } of states) expect(ABC_PROVIDER_STATES).toHaveProperty([name])
  })

  it('shows what a connector asks beside what it has to', async () => {
    const plain = pactFor(await realFootprint(CONNECTOR, ['LIFE-1', 'LIFE-7']))
    const odd = pactFor(await realFootprint('test/odd/ping-by-a-query.ts', ['LIFE-1', 'LIFE-7']))
    const added = namesIn(odd).filter((name) => !namesIn(plain).includes(name))
    expect(added).not.toEqual([])
    expect(odd.metadata['connectorContract']).toMatchObject({ seed: 1, runs: 2 })
  })
})
