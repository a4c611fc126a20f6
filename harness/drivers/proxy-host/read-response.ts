import { nestsDeeper } from '../../text/json-depth.ts'
import { answered, DEEPEST, TOO_DEEP } from '../answered.ts'
import { parsePythonLiteral } from '../command/python-literal/parse-python-literal.ts'
import { PythonLiteralError } from '../command/python-literal/python-literal-error.ts'
import type { Outcome } from '../driver.ts'
import { pageSummary } from './page-summary.ts'
import type { HostResponse } from './post.ts'

/**
 * What a response of the host's comes to. The body counts, whatever the status and the media type say:
 * stix-shifter's own client looks at nothing else, and Flask calls every answer `text/html`.
 *
 * What the host itself is to blame for, and not its connector, is `could-not-start`.
 */
export function readResponse(response: HostResponse): Outcome {
  const { status } = response
  const text = textOf(response.body)
  if (text === undefined)
    return { kind: 'no-value', reason: `a body that is not UTF-8 (${status})` }
  if (nestsDeeper(text, DEEPEST)) return { kind: 'no-value', reason: TOO_DEEP }
  const found = valueIn(text)
  if (found !== undefined && (status < 400 || isEnvelope(found.value))) return answered(found.value)
  const reason = faultOfHost(response, text)
  if (reason !== undefined) return { kind: 'could-not-start', reason }
  if (text.trim() === '') return { kind: 'no-value', reason: `an empty body (HTTP ${status})` }
  const kind = status < 400 ? 'a body that is neither JSON nor a Python literal' : 'an error page'
  return { kind: 'no-value', reason: `${kind} (HTTP ${status}): ${pageSummary(text)}` }
}

function textOf(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return undefined
  }
}

/** JSON, or a Python literal: the host answers `/is_async` with `True`, and writes NaN as Python does. */
function valueIn(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return pythonValueIn(text.trim())
  }
}

function pythonValueIn(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: parsePythonLiteral(text) }
  } catch (error) {
    if (error instanceof PythonLiteralError) return undefined
    throw error
  }
}

/** What comes with an error's status may be a proxy's or a framework's own JSON. */
function isEnvelope(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'success' in value
}

function faultOfHost({ path, status, location }: HostResponse, text: string): string | undefined {
  if (status >= 300 && status < 400) {
    return `the host redirects ${path} to ${location ?? 'nowhere'}, where credentials must not follow`
  }
  if (status === 404 || status === 405) {
    return `there is no stix-shifter host: ${path} gives HTTP ${status}`
  }
  const said = status === 500 ? pageSummary(text) : ''
  if (said.includes('it was a coroutine')) return COROUTINE
  return said === "KeyError: 'type'" ? NO_MODULE : undefined
}

const COROUTINE =
  'the host of stix-shifter 5.0 and later is broken: it awaits none of its methods, so that Flask gets a coroutine and fails, whatever the connector; docs/proxy-host.md shows the five words to take out'
const NO_MODULE = 'the host wants to know which module is meant: name it with --module'
