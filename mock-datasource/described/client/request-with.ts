import type { ClientRequest } from '../../api-client.ts'
import { BODIES } from '../bodies/index.ts'
import { jsonIn } from '../bodies/json.ts'
import type { Addition } from './addition.ts'

type Format = keyof typeof BODIES

/** A request that carries all of this, each where it belongs. */
export function requestWith(
  method: string,
  path: string,
  additions: readonly Addition[],
): ClientRequest {
  const of = (where: Addition['in']) => additions.filter((each) => each.in === where)
  const query = new URLSearchParams(
    of('query').map(({ at, value }): [string, string] => [at, String(value)]),
  )
  const filled = of('path').reduce(
    (sofar, { at, value }) => sofar.replaceAll(`{${at}}`, encodeURIComponent(String(value))),
    path,
  )
  const body = bodyOf(additions)
  return {
    method,
    path: query.size === 0 ? filled : `${filled}?${query}`,
    headers: {
      accept: '*/*',
      ...(body && { 'content-type': body.type }),
      ...Object.fromEntries(of('header').map(({ at, value }) => [at.toLowerCase(), String(value)])),
    },
    ...(body && { body: body.text }),
  }
}

function bodyOf(
  additions: readonly Addition[],
): { readonly type: string; readonly text: string } | undefined {
  const whole = additions.find((each) => each.in === 'body')
  if (whole) {
    const text = String(whole.value)
    const type = jsonIn(text) === undefined ? 'text/plain; charset=utf-8' : BODIES.json.type
    return { type, text }
  }
  const format = (Object.keys(BODIES) as Format[]).find((name) =>
    additions.some((each) => each.in === name),
  )
  if (format === undefined) return undefined
  const { type, write } = BODIES[format]
  const members = {}
  for (const { at, value } of additions.filter((each) => each.in === format)) {
    put(members, format === 'form' ? [at] : at.split('.'), value)
  }
  return { type, text: write(members) }
}

function put(members: Record<string, unknown>, way: readonly string[], value: unknown): void {
  const [step = '', ...others] = way
  if (others.length === 0) members[step] = value
  else {
    const inner = (members[step] ?? {}) as Record<string, unknown>
    members[step] = inner
    put(inner, others, value)
  }
}
