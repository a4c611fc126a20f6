import { signal } from '@preact/signals'
import type { Request } from './wire.ts'

/** Where the control plane is: beside the page. */
export const BASE = new URL('.', location.href).pathname.replace(/\/$/, '')

const KEPT = 'connector-contract-mock-token'

/** What opens the control plane to other machines; empty where the mock asks for none. */
export const token = signal(sessionStorage.getItem(KEPT) ?? '')
export const isTokenWanted = signal(false)

/** What the page has done, the latest first, with the line that would do the same. */
export interface Deed {
  readonly said: string
  readonly line: string
  readonly problem?: string
}
export const deeds = signal<readonly Deed[]>([])
const MOST_DEEDS = 30

/** The control plane has refused something. */
export class Refused extends Error {}

export function headers(): Record<string, string> {
  return token.value === '' ? {} : { 'x-admin-token': token.value }
}

/** Asks the control plane. Throws Refused, with what it says. */
export async function ask<Answer>({ method, path, body }: Request): Promise<Answer> {
  const response = await fetch(`${BASE}${path}`, {
    method,
    headers: { ...headers(), ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (response.status === 401) isTokenWanted.value = true
  const answer = await response.json()
  if (!response.ok) throw new Refused(answer.message ?? `HTTP ${response.status}`)
  return answer as Answer
}

/** Does something, and puts it on record with its `curl` line. Gives undefined where it was refused. */
export async function act<Answer>(said: string, request: Request): Promise<Answer | undefined> {
  const line = curlLine(request)
  try {
    const answer = await ask<Answer>(request)
    record({ said, line })
    return answer
  } catch (error) {
    const problem = error instanceof Refused ? error.message : 'the mock does not answer'
    record({ said, line, problem })
    return undefined
  }
}

function record(deed: Deed): void {
  deeds.value = [deed, ...deeds.value].slice(0, MOST_DEEDS)
}

export function useToken(given: string): void {
  sessionStorage.setItem(KEPT, given)
  token.value = given
  isTokenWanted.value = false
}

/** The line for a shell that asks the control plane the same. */
export function curlLine({ method, path, body }: Request): string {
  const words = ['curl']
  if (location.protocol === 'https:') words.push('--insecure')
  if (method !== 'GET' && !(method === 'POST' && body !== undefined)) {
    words.push('--request', method)
  }
  if (token.value !== '') words.push('--header', '"X-Admin-Token: $TOKEN"')
  if (body !== undefined) {
    words.push('--header', quoted('Content-Type: application/json'))
    words.push('--data', quoted(JSON.stringify(body)))
  }
  return [...words, quoted(`${location.origin}${BASE}${path}`)].join(' ')
}

/** For a POSIX shell. */
export function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
