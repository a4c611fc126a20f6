import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PactV4, SpecificationVersion } from '@pact-foundation/pact'
import { beforeAll, describe, expect, it } from 'vitest'
import { ApiClient } from '../../../../connectors/abc-security-monitor/api-client.ts'
import { openHttpClient } from '../../../../connectors/support/open-http-client.ts'
import { ABC_ERROR_TABLE } from '../../../../contracts/abc-security-monitor/error-table.ts'
import { ABC_PROVIDER } from '../../../../contracts/abc-security-monitor/provider-states.ts'
import { pactText } from '../../../../harness/pacts/pact-text.ts'
import { readPact } from '../../../../harness/pacts/read-pact.ts'
import { basicAuthorization } from '../../../../harness/pacts/verify/basic-authorization.ts'
import { fromState } from './from-state.ts'
import { EXAMPLE, INTERACTIONS, type Interaction, JSON_RESPONSE } from './interactions.ts'

const CONSUMER = 'abc-security-monitor connectors'
const COMMITTED = '../../../../contracts/pacts/abc-security-monitor-connectors.json'

describe("the connectors' API client, against a mock made from what it expects", () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connector-contract-'))
    return () => rm(folder, { recursive: true, force: true })
  })

  it('runs without what Pact would report to its makers', () => {
    expect(process.env['PACT_DO_NOT_TRACK']).toBe('true')
  })

  for (const interaction of INTERACTIONS) {
    it(`sends what is agreed, and understands the answer: ${interaction.description}`, async () => {
      await asAgreed(folder, interaction)
    })
  }

  it('expects what contracts/pacts says (else: npx vitest run test/connectors/abc-security-monitor/pact -u)', async () => {
    const written = join(folder, `${CONSUMER}-${ABC_PROVIDER}.json`)
    const pact = await readPact(written)
    expect(pact.interactions).toHaveLength(INTERACTIONS.length)
    await expect(pactText(pact)).toMatchFileSnapshot(COMMITTED)
  })
})

async function asAgreed(folder: string, interaction: Interaction): Promise<void> {
  const { description, states, call, request, response, code } = interaction
  const pact = new PactV4({
    consumer: CONSUMER,
    provider: ABC_PROVIDER,
    dir: folder,
    spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
    logLevel: 'error',
  })
  const given = states.reduce(
    (unconfigured, { name, params }) => unconfigured.given(name, params),
    pact.addInteraction(),
  )
  const { body } = request
  await given
    .uponReceiving(description)
    .withRequest(request.method, request.path, (builder) => {
      builder.headers({
        Accept: 'application/json',
        Authorization: authorizationFor(interaction),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      })
      if (request.query !== undefined) builder.query(request.query)
      if (body !== undefined) builder.jsonBody(body)
    })
    .willRespondWith(response.status, (builder) => {
      builder.headers({ ...JSON_RESPONSE, ...response.headers }).jsonBody(response.body)
    })
    .executeTest(async ({ port }) => {
      const http = openHttpClient({ host: '127.0.0.1', port, scheme: 'http' })
      const api = new ApiClient(http, { auth: EXAMPLE })
      try {
        await expectOutcome(call(api), code)
      } finally {
        await api.close()
      }
    })
}

/** A provider puts its own credentials there, unless what is agreed is that wrong ones are refused. */
function authorizationFor({ states }: Interaction) {
  const example = basicAuthorization(EXAMPLE)
  return states.length === 0 ? example : fromState('authorization', example)
}

async function expectOutcome(call: Promise<unknown>, code: Interaction['code']): Promise<void> {
  if (code === undefined) {
    await expect(call).resolves.toMatchObject({ code: 200 })
    return
  }
  await expect(call).rejects.toMatchObject({
    name: 'ConnectorFailure',
    code: ABC_ERROR_TABLE[code]?.[0] ?? 'unknown',
  })
}
