import type { CallResult } from '../../drivers/driver.ts'
import { textsIn } from '../texts-in.ts'
import type { Finding } from '../violation.ts'
import { defineInvariant, type JudgedCall } from './invariant.ts'

/**
 * SEC-1. Whatever happens, what a connector says and asks holds no credentials. The finding says where and how encoded,
 * never what.
 */
export default defineInvariant({
  clause: 'SEC-1',
  claim: 'credentials appear in no envelope, on no output stream and in no URL',
  concerns: () => true,
  judge: (call) => leakInAnswer(call) ?? leakInUrl(call),
})

function leakInAnswer({ answer, secrets }: JudgedCall): Finding | undefined {
  const { result } = answer
  const places = [
    ['the answer', shownIn(result)],
    ['standard output', result.stdout],
    ['standard error', result.stderr],
  ] as const
  for (const [place, value] of places) {
    const text = textsIn(value)
    // Text that the caller itself supplied is no leak.
    const [leak] = text === '' ? [] : secrets.leaksIn(text)
    if (leak !== undefined && secrets.leaksIn(textsIn(answer.arguments)).length === 0) {
      return leaked(leak.secret, leak.encoding, place)
    }
  }
  return undefined
}

/** The journal shows URLs masked, and says what it masked. */
function leakInUrl({ answer: { exchanges } }: JudgedCall): Finding | undefined {
  const seen = exchanges.flatMap(({ secrets }) => secrets.filter(({ where }) => where === 'url'))
  const [inUrl] = seen
  return inUrl && leaked(inUrl.name, inUrl.encoding, 'the URL of a request')
}

function leaked(secret: string, encoding: string, place: string): Finding {
  return { expected: `no credentials in ${place}`, actual: `the ${secret} there (${encoding})` }
}

function shownIn(result: CallResult): unknown {
  return result.kind === 'answered' ? result.value : { ...result, stdout: '', stderr: '' }
}
