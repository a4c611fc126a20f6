import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PactFile } from '../../../../contracts/pact-file.ts'
import { readPact } from '../../../../harness/pacts/read-pact.ts'
import { mockStates } from '../../../../harness/pacts/verify/mock-states.ts'
import { requireKnownStates } from '../../../../harness/pacts/verify/require-known-states.ts'
import { exitCodeOfPacts, type PactVerdict } from '../../../../harness/pacts/verify/verdict.ts'
import { verdictLines } from '../../../../harness/pacts/verify/verdict-lines.ts'
import { verifyPact } from '../../../../harness/pacts/verify/verify-pact.ts'
import { startMockDataSource } from '../../../../mock-datasource/index.ts'
import { madeInteraction, madePact } from '../made-pact.ts'

const PACTS = globSync('contracts/pacts/*.json')

describe.each(['http', 'https'] as const)('over %s, the mock', (scheme) => {
  it.each(PACTS)('does what %s says', async (path) => {
    const pact = await readPact(path)
    requireKnownStates(path, pact)
    const verdict = await verdictOn(pact, scheme)
    expect(verdict.interactions.filter(({ outcome }) => outcome !== 'held')).toEqual([])
    expect(exitCodeOfPacts([verdict])).toBe(0)
  })
})

it('there are pacts to verify', () => {
  expect(PACTS.length).toBeGreaterThan(0)
})

describe('a pact that the provider does not keep', () => {
  it('is told by the request, by each mismatch, and by both bodies', async () => {
    const expects = madeInteraction({
      description: 'a ping with a member of its own',
      response: {
        status: 202,
        headers: { 'X-Answer': ['42'] },
        body: { content: { code: 200, answer: 42 }, contentType: 'application/json' },
      },
    })
    const verdict = await verdictOn(madePact(expects, madeInteraction()))
    expect(exitCodeOfPacts([verdict])).toBe(1)
    expect(verdict.interactions.map(({ outcome }) => outcome)).toEqual(['mismatched', 'held'])
    const lines = verdictLines(verdict).join('\n')
    expect(lines).toContain('✗ a ping with a member of its own')
    expect(lines).toContain('GET /api/v1/ping')
    expect(lines).toMatch(/status +expected 202 but was 200/)
    expect(lines).toMatch(/header X-Answer +Expected a header 'X-Answer' but was missing/)
    expect(lines).toMatch(/\$ +Actual map is missing the following keys: answer/)
    expect(lines).toContain('"answer": 42')
    expect(lines).toContain('"name": "ABC Security Monitor"')
    expect(lines).toContain('2 interactions: 1 held, 1 mismatched.')
  })

  it('is told apart from another of the same description', async () => {
    const wrong = madeInteraction({ response: { status: 500 } })
    const verdict = await verdictOn(madePact(madeInteraction(), wrong, madeInteraction()))
    expect(verdict.interactions.map(({ outcome }) => outcome)).toEqual([
      'held',
      'mismatched',
      'held',
    ])
  })
})

describe('a state', () => {
  it('that the provider cannot be brought into is no verdict, and says why', async () => {
    const impossible = madeInteraction({
      providerStates: [{ name: 'an operation fails', params: { operation: 'ping', code: 12_345 } }],
    })
    const verdict = await verdictOn(madePact(impossible, madeInteraction()))
    expect(verdict.interactions).toMatchObject([
      {
        outcome: 'no-state',
        reason: 'the state "an operation fails" could not be set: the API has no code 12345',
      },
      { outcome: 'held' },
    ])
    expect(exitCodeOfPacts([verdict])).toBe(3)
  })

  it('that nobody knows how to set is refused before anything is tried', () => {
    const pact = madePact(madeInteraction({ providerStates: [{ name: 'the moon is full' }] }))
    expect(() => requireKnownStates('a.json', pact)).toThrow(
      'a.json: "a ping" asks for the state "the moon is full", which nobody can set',
    )
  })

  it('with parameters that it does not have is refused before anything is tried', () => {
    const state = { name: 'there is a search', params: { status: 'DONE' } }
    const pact = madePact(madeInteraction({ providerStates: [state] }))
    expect(() => requireKnownStates('a.json', pact)).toThrow(/"there is a search".*status/)
  })

  it('is gone before the next interaction', async () => {
    const failing = madeInteraction({
      providerStates: [
        { name: 'an account may use the API' },
        { name: 'an operation fails', params: { operation: 'ping', code: 1010 } },
      ],
      response: { status: 503, body: { content: { code: 1010 }, contentType: 'application/json' } },
    })
    const verdict = await verdictOn(madePact(failing, madeInteraction()))
    expect(verdict.interactions.map(({ outcome }) => outcome)).toEqual(['held', 'held'])
  })
})

async function verdictOn(pact: PactFile, scheme: 'http' | 'https' = 'http'): Promise<PactVerdict> {
  const mock = await startMockDataSource({ scheme })
  const states = mockStates(mock)
  try {
    const interactions = await verifyPact(pact, {
      baseUrl: mock.url,
      certificate: mock.certificate,
      timeoutMilliseconds: 10_000,
      states,
    })
    return {
      path: 'a.json',
      consumer: pact.consumer.name,
      provider: pact.provider.name,
      interactions,
    }
  } finally {
    await states.close()
    await mock.close()
  }
}
