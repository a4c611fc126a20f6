import * as z from 'zod'
import type { JsonSchema, OpenApiReference } from '../../openapi-document.ts'
import {
  AbcCreateSearchBody,
  AbcCreateSearchRequest,
  AbcDeleteBody,
  AbcErrorBody,
  AbcPingBody,
  AbcResultsBody,
  AbcRow,
  AbcSearchId,
  AbcSearchStatusBody,
  AbcStatus,
  AbcSynchronousQueryRequest,
} from '../api.ts'

const NAMED = {
  Error: AbcErrorBody,
  Ping: AbcPingBody,
  CreateSearchRequest: AbcCreateSearchRequest,
  CreatedSearch: AbcCreateSearchBody,
  SearchStatus: AbcSearchStatusBody,
  ResultsPage: AbcResultsBody,
  Deleted: AbcDeleteBody,
  SynchronousQueryRequest: AbcSynchronousQueryRequest,
  SearchId: AbcSearchId,
  Status: AbcStatus,
  Row: AbcRow,
} as const satisfies Record<string, z.ZodType>
type SchemaName = keyof typeof NAMED

const pathOf = (id: string) => `#/components/schemas/${id}`

/** Where the document keeps a schema. */
export function schemaRef(name: SchemaName): OpenApiReference {
  return { $ref: pathOf(name) }
}

/** The very schemas of the API, as JSON Schema, each referring to the others by name. */
export function componentSchemas(): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: pathOf, override: withoutSafeBounds })
  const named = Object.keys(NAMED).map((id) => {
    const { $id: _id, $schema: _dialect, ...schema } = schemas[id] as JsonSchema
    return [id, schema]
  })
  return Object.fromEntries(named)
}

/** A schema that stands in one place only. */
export function inlineSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { override: withoutSafeBounds })
  return rest
}

/** zod bounds every integer by what JavaScript can hold exactly, which is no promise of the API. */
function withoutSafeBounds({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}
