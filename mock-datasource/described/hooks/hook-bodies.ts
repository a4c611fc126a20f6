import type { BodyFormat } from '../bodies/body-format.ts'
import { json } from '../bodies/json.ts'
import type { Carrier } from '../carried.ts'
import type { Hooks } from './hooks.ts'

/** What the description's JSON is written in where hooks write it. */
export function jsonByHooks({ readBody, writeBody }: Hooks, type = json.type): BodyFormat {
  if (readBody === undefined || writeBody === undefined) return json
  const { nonAscii, endless } = json.odd
  return {
    type,
    types: [],
    read: (text) => readBody(text, 'answer'),
    write: writeBody,
    trace: () => '',
    problem: () => undefined,
    odd: { nonAscii, endless },
  }
}

/** A request whose body a hook reads, as one in JSON. */
export function readableBy({ readBody }: Hooks, carrier: Carrier): Carrier {
  if (readBody === undefined || carrier.body === '') return carrier
  const value = readBody(carrier.body, 'request')
  if (value === undefined) return carrier
  const headers = { ...carrier.headers, 'content-type': json.type }
  return { ...carrier, headers, body: JSON.stringify(value) }
}
