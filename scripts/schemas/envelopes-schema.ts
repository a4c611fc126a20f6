import * as z from 'zod'
import {
  FailureEnvelope,
  Records,
  RecordsAsText,
  SearchStatus,
  SUCCESS_ENVELOPES,
} from '../../contracts/envelopes.ts'
import { ErrorCode } from '../../contracts/error-code.ts'
import { METHODS, type Method } from '../../contracts/method.ts'

const NAMED = {
  ErrorCode,
  SearchStatus,
  Records,
  RecordsAsText,
  Failure: FailureEnvelope,
} as const satisfies Record<string, z.ZodType>

const pathOf = (id: string) => `#/$defs/${id}`

/**
 * The answers of the six methods as one JSON Schema: of an object that holds an answer by its method's name,
 * `{"status": {"success": true, …}}`. Each method's own schema is under `$defs`.
 */
export function envelopesSchema(): unknown {
  const parts = { ...partsOf(), ...answers() }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'connector-contract.envelopes',
    description:
      'Answers of a connector, by the name of the method. Every method has its success envelope and, but for is_async, the failure envelope. Extra keys are allowed everywhere.',
    type: 'object',
    properties: Object.fromEntries(METHODS.map((method) => [method, { $ref: pathOf(method) }])),
    additionalProperties: false,
    minProperties: 1,
    $defs: parts,
  }
}

function answers() {
  const either = METHODS.map((method) => [
    method,
    method === 'is_async'
      ? { $ref: pathOf(successOf(method)) }
      : { anyOf: [{ $ref: pathOf(successOf(method)) }, { $ref: pathOf('Failure') }] },
  ])
  return Object.fromEntries(either)
}

function partsOf(): Readonly<Record<string, unknown>> {
  const registry = z.registry<{ id: string }>()
  const named: readonly [string, z.ZodType][] = [
    ...Object.entries(NAMED),
    ...METHODS.map((method): [string, z.ZodType] => [successOf(method), SUCCESS_ENVELOPES[method]]),
  ]
  for (const [id, schema] of named) registry.add(schema, { id })
  // What goes in, since a connector may give its records as text, which parsing makes an array.
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: pathOf })
  const parts = named.map(([id]) => {
    const { $id: _id, $schema: _dialect, ...schema } = schemas[id] ?? {}
    return [id, id === 'RecordsAsText' ? { ...schema, ...recordsInText() } : schema]
  })
  return Object.fromEntries(parts)
}

/** `status.success` and so on. */
function successOf(method: Method): string {
  return `${method}.success`
}

/**
 * What JSON Schema can say of text that holds records. Most validators take `contentSchema` for a note, so
 * the pattern at least asks for the brackets of an array.
 */
function recordsInText() {
  return {
    description: 'An array of JSON objects, written as JSON.',
    pattern: '^\\s*\\[[\\s\\S]*\\]\\s*$',
    contentMediaType: 'application/json',
    contentSchema: { type: 'array', items: { type: 'object' } },
  }
}
