import type { PactInteraction } from '../../../contracts/pact-file.ts'
import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'
import type { InteractionVerdict, PactVerdict } from './verdict.ts'

const LONGEST_BODY = 2_000

/** Masks secrets in a text. */
type Mask = (text: string) => string

/**
 * A pact's verdict for people: a line an interaction, and of each mismatch both what was asked and both bodies.
 *
 * @param mask for what the provider sent, which may hold what it was sent
 */
export function verdictLines(
  { path, consumer, provider, interactions }: PactVerdict,
  mask: Mask = (text) => text,
): string[] {
  const width = Math.max(...interactions.map(({ interaction }) => nameOf(interaction).length))
  return [
    `${style('bold', path)}  ${visible(`${consumer} → ${provider}`)}`,
    ...interactions.flatMap((each) => linesOf(each, width, mask)),
    '',
    summary(interactions),
  ]
}

function linesOf(verdict: InteractionVerdict, width: number, mask: Mask): string[] {
  const name = nameOf(verdict.interaction)
  switch (verdict.outcome) {
    case 'held':
      return [`  ${style('green', '✓')} ${name}`]
    case 'left-out':
      return [`  ${style('dim', '·')} ${name.padEnd(width)}  ${style('dim', verdict.reason)}`]
    case 'no-state':
      return [`  ${style('yellow', '?')} ${name.padEnd(width)}  ${visible(mask(verdict.reason))}`]
    case 'mismatched':
      return [`  ${style('red', '✗')} ${name}`, ...mismatchLines(verdict, mask)]
  }
}

function mismatchLines(
  verdict: Extract<InteractionVerdict, { outcome: 'mismatched' }>,
  mask: Mask,
): string[] {
  const { interaction, mismatches, answer } = verdict
  const width = Math.max(...mismatches.map(({ where }) => where.length))
  return [
    `      ${visible(requestLine(interaction))}`,
    ...mismatches.map(
      ({ where, message }) => `      ${visible(where.padEnd(width))}  ${visible(mask(message))}`,
    ),
    '      expected body',
    ...bodyLines(interaction.response.body?.content),
    '      actual body',
    ...bodyLines(answer === undefined ? undefined : parsed(mask(answer.body))),
  ]
}

function requestLine({ request: { method, path, query = {}, body } }: PactInteraction): string {
  const parameters = Object.entries(query).flatMap(([name, values]) =>
    values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  )
  const url = parameters.length === 0 ? path : `${path}?${parameters.join('&')}`
  return `${method} ${url}${body === undefined ? '' : `  ${JSON.stringify(body.content)}`}`
}

function bodyLines(body: unknown): string[] {
  if (body === undefined || body === '') return ['        (none)']
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2)
  return text
    .slice(0, LONGEST_BODY)
    .split('\n')
    .map((line) => `        ${visible(line)}`)
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

function nameOf({ description, providerStates = [] }: PactInteraction): string {
  const states = providerStates.map(({ name }) => name).filter((name) => !COMMON.includes(name))
  const all = states.length === 0 ? description : `${description}, where ${states.join(' and ')}`
  return visible(all)
}

/** So common that it says nothing. */
const COMMON = ['an account may use the API']

function summary(interactions: readonly InteractionVerdict[]): string {
  const count = (outcome: InteractionVerdict['outcome']) =>
    interactions.filter((each) => each.outcome === outcome).length
  const parts = [
    `${count('held')} held`,
    ...(count('mismatched') > 0 ? [style('red', `${count('mismatched')} mismatched`)] : []),
    ...(count('no-state') > 0 ? [`${count('no-state')} without their state`] : []),
    ...(count('left-out') > 0 ? [`${count('left-out')} not verified`] : []),
  ]
  return `${interactions.length} interactions: ${parts.join(', ')}.`
}
