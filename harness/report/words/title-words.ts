import { brief } from '../brief/brief-json.ts'
import type { ReportedViolation } from '../record/run-report.ts'

/** A title is read at a glance; what was expected and found stands whole below it. */
const LONGEST = 110

/** A form of what was found, and what a call did then. `wanted` is what was expected. */
type Saying = readonly [found: RegExp, did: (found: readonly string[], wanted: string) => string]

const SAYINGS: readonly Saying[] = [
  [/^an exception: (.*)$/s, ([what]) => `threw ${what}`],
  [/^no answer within (.*)$/s, ([time]) => `gave no answer within ${time}`],
  [/^none within (.*)$/s, ([time]) => `gave no answer within ${time}`],
  [/^a process that had to be ended: (.*)$/s, ([why]) => `had to be ended: ${why}`],
  [/^a crash (.*)$/s, ([how]) => `crashed ${how}`],
  [/^a failure with code "?(.*?)"? \((.*)\)$/s, failed],
  [/^success with (\d+ rows?): /s, ([rows], wanted) => `returned ${rows}, not ${wanted}`],
  [/^success \{.*\}: (.*)$/s, ([why]) => `succeeded in another shape: ${why}`],
  [/^success (\{.*\})$/s, ([envelope], wanted) => `${succeeded(envelope)}, not ${wanted}`],
  [/^the (.*) there \((.*)\)$/s, ([secret, encoding], wanted) => leaked(secret, encoding, wanted)],
]

/**
 * What happened, in a line: which method did what. The clause says what is right, and stands beside it.
 */
export function titleOf(violation: ReportedViolation): string {
  const method = violation.transcript.at(-1)?.method
  const words = wordsFor(violation)
  return method === undefined ? words : `\`${method}\`${words.startsWith(':') ? '' : ' '}${words}`
}

function wordsFor({ expected, actual, happened }: ReportedViolation): string {
  if (happened !== undefined) return brief(happened, LONGEST)
  for (const [form, did] of SAYINGS) {
    const [, ...found] = form.exec(actual) ?? []
    if (found.length > 0) return brief(did(found, expected), LONGEST)
  }
  return `: ${brief(actual, LONGEST / 2)}, not ${brief(expected, LONGEST / 2)}`
}

function failed([code = '', message = '']: readonly string[], wanted: string): string {
  const [, codes] = /^a failure with code (.*)$/s.exec(wanted) ?? []
  if (codes !== undefined) return `failed with ${code}, not with ${codes}`
  return wanted === 'success'
    ? `failed with ${code} (${message})`
    : `failed with ${code}, not ${wanted}`
}

/** What of a success tells most. */
function succeeded(envelope = ''): string {
  let read: Record<string, unknown> = {}
  try {
    read = JSON.parse(envelope)
  } catch {
    return 'succeeded'
  }
  const { status, progress, data } = read
  if (typeof status === 'string')
    return `answered ${status} with progress ${JSON.stringify(progress)}`
  if (!Array.isArray(data)) return 'succeeded'
  return data.length === 1 ? 'returned 1 row' : `returned ${data.length || 'no'} rows`
}

function leaked(secret = '', encoding = '', wanted: string): string {
  const place = wanted.replace(/^no credentials in /, '')
  return `shows the ${secret} in ${place}${encoding === 'plain' ? '' : `, as ${encoding}`}`
}
