import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PactFile, PactInteraction } from '../../../contracts/pact-file.ts'
import { ProviderError } from '../../errors.ts'
import { makeOwnFolder } from '../../text/own-folder.ts'
import { runVerifier } from './run-verifier.ts'
import type { StateSetter } from './state-setter.ts'
import type { InteractionVerdict, Mismatch, ProviderAnswer } from './verdict.ts'
import { INTERACTION_STATE, VerifierResults } from './verifier-protocol.ts'

/** The provider that pacts are verified against. */
export interface Provider {
  /** Scheme, host and port. */
  readonly baseUrl: string
  /** PEM of what to trust besides the system's authorities. */
  readonly certificate?: string | undefined
  readonly timeoutMilliseconds: number
  readonly states: StateSetter
  /** Ends the verification at once. */
  readonly stop?: AbortSignal | undefined
}

/** What is known of an interaction while the verifier works through them. */
interface Seen {
  problem?: string
  answer?: ProviderAnswer
}

/**
 * Verifies one pact against a provider, interaction by interaction, each in its states.
 *
 * @throws ProviderError where the verifier itself fails, StoppedError where it is stopped
 */
export async function verifyPact(
  pact: PactFile,
  provider: Provider,
): Promise<readonly InteractionVerdict[]> {
  const plan = pact.interactions.map((interaction) => ({
    interaction,
    reason: provider.states.cannotTry(interaction),
  }))
  const tried = plan.filter(({ reason }) => reason === undefined)
  const seen = tried.map((): Seen => ({}))
  const results =
    tried.length === 0
      ? []
      : await verifierResults({ ...pact, interactions: tried.map(marked) }, provider, seen)
  return plan.map(({ interaction, reason }) => {
    if (reason !== undefined) return { interaction, outcome: 'left-out', reason }
    const index = tried.findIndex((each) => each.interaction === interaction)
    return verdictOn(interaction, results[index], seen[index] ?? {})
  })
}

/** One interaction with a state in front that says which one it is: descriptions need not be unique. */
function marked({ interaction }: { interaction: PactInteraction }, index: number): PactInteraction {
  const mark = { name: INTERACTION_STATE, params: { index } }
  return {
    ...interaction,
    description: `${index} ${interaction.description}`,
    providerStates: [mark, ...(interaction.providerStates ?? [])],
  }
}

async function verifierResults(pact: PactFile, provider: Provider, seen: readonly Seen[]) {
  const folder = makeOwnFolder()
  const path = join(folder, 'pact.json')
  try {
    await writeFile(path, JSON.stringify(pact), { mode: 0o600 })
    const names = pact.interactions.flatMap(({ providerStates = [] }) =>
      providerStates.map(({ name }) => name),
    )
    const { baseUrl, certificate, timeoutMilliseconds } = provider
    const task = { pact: path, baseUrl, certificate, timeoutMilliseconds, states: names }
    const json = await runVerifier(task, followInteractions(provider.states, seen), provider.stop)
    return inOrder(json, pact)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function followInteractions(states: StateSetter, seen: readonly Seen[]) {
  let current: Seen = {}
  return {
    answered: ({ status, headers, body }: ProviderAnswer) => {
      current.answer = { status, headers, body }
      states.answered?.(jsonOf(body))
    },
    setState: async (name: string, params: Readonly<Record<string, unknown>>) => {
      try {
        if (name === INTERACTION_STATE) {
          current = seen[Number(params['index'])] ?? {}
          await states.begin()
          return { values: {} }
        }
        return { values: await states.set({ name, params: params as never }) }
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error)
        current.problem = `the state "${name}" could not be set: ${words}`
        return { problem: current.problem }
      }
    },
  }
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** The verifier's results, one an interaction, in the order of the pact. */
function inOrder(json: string, pact: PactFile) {
  const { interactionResults } = VerifierResults.parse(JSON.parse(json))
  return pact.interactions.map(({ description }) => {
    const result = interactionResults.find((each) => each.description === description)
    if (result === undefined) {
      throw new ProviderError(`Pact's verifier says nothing of "${description}"`)
    }
    return result
  })
}

function verdictOn(
  interaction: PactInteraction,
  result: VerifierResults['interactionResults'][number] | undefined,
  { problem, answer }: Seen,
): InteractionVerdict {
  if (problem !== undefined) return { interaction, outcome: 'no-state', reason: problem }
  if (result?.result === 'OK') return { interaction, outcome: 'held' }
  const mismatches = (result?.mismatch?.mismatches ?? []).map(mismatchOf)
  const unknown = { where: 'request', message: result?.mismatch?.message ?? 'no answer came' }
  return {
    interaction,
    outcome: 'mismatched',
    mismatches: mismatches.length > 0 ? mismatches : [unknown],
    ...(answer === undefined ? {} : { answer }),
  }
}

function mismatchOf({
  type,
  mismatch,
  path,
  key,
}: {
  readonly type: string
  readonly mismatch: string
  readonly path?: string | undefined
  readonly key?: string | undefined
}): Mismatch {
  if (type === 'StatusMismatch') return { where: 'status', message: mismatch }
  if (type === 'HeaderMismatch') return { where: `header ${key ?? path}`, message: mismatch }
  return { where: path ?? 'body', message: mismatch }
}
