import type { PactInteraction } from '../../../contracts/pact-file.ts'
import { style } from '../../report/style.ts'
import type { InteractionVerdict, PactVerdict } from './verdict.ts'

const LONGEST_BODY = 2_000

/** A pact's verdict for people: a line an interaction, and of each mismatch both what was asked and both bodies. */
export function verdictLines({ path, consumer, provider, interactions }: PactVerdict): string[] {
  const width = Math.max(...interactions.map(({ interaction }) => nameOf(interaction).length))
  return [
    `${style('bold', path)}  ${consumer} → ${provider}`,
    ...interactions.flatMap((each) => linesOf(each, width)),
    '',
    summary(interactions),
  ]
}

function linesOf(verdict: InteractionVerdict, width: number): string[] {
  const name = nameOf(verdict.interaction)
  switch (verdict.outcome) {
    case 'held':
      return [`  ${style('green', '✓')} ${name}`]
    case 'left-out':
      return [`  ${style('dim', '·')} ${name.padEnd(width)}  ${style('dim', verdict.reason)}`]
    case 'no-state':
      return [`  ${style('yellow', '?')} ${name.padEnd(width)}  ${verdict.reason}`]
    case 'mismatched':
      return [`  ${style('red', '✗')} ${name}`, ...mismatchLines(verdict)]
  }
}

function mismatchLines(verdict: Extract<InteractionVerdict, { outcome: 'mismatched' }>): string[] {
  const { interaction, mismatches, answer } = verdict
  const width = Math.max(...mismatches.map(({ where }) => where.length))
  return [
    `      ${requestLine(interaction)}`,
    ...mismatches.map(({ where, message }) => `      ${where.padEnd(width)}  ${message}`),
    '      expected body',
    ...bodyLines(interaction.response.body?.content),
    '      actual body',
    ...bodyLines(answer === undefined ? undefined : parsed(answer.body)),
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
    .map((line) => `        ${line}`)
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
  return states.length === 0 ? description : `${description}, where ${states.join(' and ')}`
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
