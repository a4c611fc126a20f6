import type { SecureContextOptions } from 'node:tls'
import { Verifier, type VerifierOptions } from '@pact-foundation/pact'
import { interactionStateHandlers } from './interaction-state-handlers.ts'
import { reportAnswers } from './report-answers.ts'
import type { FromVerifier, VerifierTask } from './verifier-protocol.ts'

/**
 * The process that Pact's verifier runs in: it prints as it likes, reads its settings from the environment,
 * and is a native library, so that it gets a process of its own.
 */
function say(message: FromVerifier): void {
  process.send?.(message)
}

process.once('message', (task) => {
  verify(task as VerifierTask).then(say, (error: unknown) => {
    say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  })
})
// Whoever started it is gone, and with it whoever would read the verdict.
process.once('disconnect', () => process.exit())
say({ kind: 'ready' })

async function verify(task: VerifierTask): Promise<FromVerifier> {
  const results = await new Verifier(optionsOf(task)).verifyProvider().catch((error: Error) => {
    // With a verdict, the message is the results; without one it says what went wrong.
    if (error.message.startsWith('{')) return error.message
    throw error
  })
  return { kind: 'done', results }
}

function optionsOf({ pact, baseUrl, certificate, ...task }: VerifierTask): VerifierOptions {
  const tls: SecureContextOptions = certificate === undefined ? {} : { ca: certificate }
  return {
    providerBaseUrl: baseUrl,
    pactUrls: [pact],
    logLevel: 'error',
    timeout: task.timeoutMilliseconds,
    validateSSL: true,
    ...(certificate === undefined ? {} : { tlsClientOptions: tls }),
    stateHandlers: interactionStateHandlers(task.states, say),
    requestFilter: reportAnswers(say),
  }
}
