import { inspect } from 'node:util'
import type { Answer } from './answer.ts'
import { violated } from './expectations.ts'
import type { SecretFinder } from './secrets.ts'

/**
 * No credential of the session is in the answer, in what the connector printed, or in the URL of a
 * request that it made (SEC-1). The finding says where and how encoded, never what.
 */
export function holdsNoCredentials({ result, exchanges }: Answer, secrets: SecretFinder): void {
  const places = [
    [
      'the answer',
      allTextOf(result.kind === 'answered' ? result.value : { ...result, stdout: '', stderr: '' }),
    ],
    ['standard output', result.stdout],
    ['standard error', result.stderr],
  ] as const
  for (const [place, text] of places) {
    const [leak] = secrets.leaksIn(text)
    if (leak !== undefined) report(leak.secret, leak.encoding, place)
  }
  // The journal shows URLs masked, and says what it masked.
  for (const { secrets: seen } of exchanges) {
    const inUrl = seen.find(({ where }) => where === 'url')
    if (inUrl !== undefined) report(inUrl.name, inUrl.encoding, 'the URL of a request')
  }
}

function report(secret: string, encoding: string, place: string): never {
  return violated(`no credentials in ${place}`, `the ${secret} there (${encoding})`)
}

/** Node's notation keeps strings as they are, where JSON would escape them apart. */
function allTextOf(value: unknown): string {
  return inspect(value, { depth: null, maxArrayLength: null, maxStringLength: null })
}
