import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ProviderError, StoppedError } from '../../errors.ts'
import { FromVerifier, type StateReply, type VerifierTask } from './verifier-protocol.ts'

/** What happens while the verifier works; see VerifierTask and FromVerifier. */
export interface VerifierEvents {
  setState(
    name: string,
    params: Extract<FromVerifier, { kind: 'state' }>['params'],
  ): Promise<Omit<StateReply, 'number'>>
  answered(answer: Extract<FromVerifier, { kind: 'answered' }>): void
}

const PROCESS = fileURLToPath(
  new URL(`./verifier-process${extname(fileURLToPath(import.meta.url))}`, import.meta.url),
)
/** What the process wrote last is kept, to say why it died. */
const TAIL = 2_000

/**
 * Runs Pact's verifier in a process of its own and gives its results as JSON.
 *
 * @param stop ends it at once
 * @throws ProviderError where there are none, StoppedError where it is stopped
 */
export async function runVerifier(
  task: VerifierTask,
  events: VerifierEvents,
  stop?: AbortSignal,
): Promise<string> {
  requirePact()
  if (stop?.aborted) throw new StoppedError('stopped before its end')
  // What vitest gave its workers to run with is not for this process.
  const child = fork(PROCESS, {
    env: environment(),
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const tail = keepTail(child)
  try {
    return await Promise.race([conversation(child, task, events, tail), stopped(stop)])
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
}

function stopped(stop: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    stop?.addEventListener('abort', () => reject(new StoppedError('stopped before its end')))
  })
}

function conversation(
  child: ChildProcess,
  task: VerifierTask,
  events: VerifierEvents,
  tail: () => string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new ProviderError(`Pact's verifier ${why}${tail()}`))
    child.once('error', (error) => fail(`could not be started: ${error.message}`))
    child.once('exit', (code, signal) => fail(`ended early (${signal ?? `exit code ${code}`})`))
    child.on('message', (json) => {
      const message = FromVerifier.safeParse(json).data
      if (message === undefined) return fail('said what is not understood')
      switch (message.kind) {
        case 'ready':
          return child.send(task)
        case 'state': {
          const { number, name, params } = message
          return events.setState(name, params).then((reply) => {
            if (child.connected) child.send({ number, ...reply } satisfies StateReply)
          }, reject)
        }
        case 'answered':
          return events.answered(message)
        case 'done':
          return resolve(message.results)
        case 'failed':
          return fail(`could not do its work: ${message.reason}`)
      }
    })
  })
}

/** Pact is no dependency: its native library is only for those who verify providers. */
function requirePact(): void {
  try {
    import.meta.resolve('@pact-foundation/pact')
  } catch (cause) {
    throw new ProviderError('@pact-foundation/pact is not installed', {
      hint: 'It is needed to verify a provider: SCARF_ANALYTICS=false npm install --save-dev @pact-foundation/pact',
      cause,
    })
  }
}

/**
 * Without what Pact would report to its makers, and without a proxy: what is verified is the service at the
 * very address that is given.
 */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(https?|all)_proxy$/i.test(name))
  return { ...Object.fromEntries(kept), PACT_DO_NOT_TRACK: 'true', SCARF_ANALYTICS: 'false' }
}

function keepTail(child: ChildProcess): () => string {
  let tail = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      tail = (tail + text).slice(-TAIL)
    })
  }
  return () => (tail.trim() === '' ? '' : `\n${tail.trim()}`)
}
