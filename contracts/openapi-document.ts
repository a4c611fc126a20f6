/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>

export type OpenApiReference = { readonly $ref: string }

export interface OpenApiHeader {
  readonly description: string
  readonly required?: boolean
  readonly schema: JsonSchema
  readonly example?: unknown
}

export interface OpenApiMedia {
  readonly schema: JsonSchema
  readonly examples?: Readonly<
    Record<string, { readonly summary?: string; readonly value: unknown }>
  >
}

export interface OpenApiResponse {
  readonly description: string
  readonly headers: Readonly<Record<string, OpenApiReference>>
  readonly content: Readonly<Record<string, OpenApiMedia>>
}

export interface OpenApiParameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly description?: string
  readonly required?: boolean
  readonly schema: JsonSchema
}

export interface OpenApiOperation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly parameters?: readonly OpenApiParameter[]
  readonly requestBody?: {
    readonly required: true
    readonly content: Readonly<Record<string, OpenApiMedia>>
  }
  /** By HTTP status, or `default`. */
  readonly responses: Readonly<Record<string, OpenApiResponse | OpenApiReference>>
}

export type OpenApiMethod = 'get' | 'post' | 'delete'

/** What of OpenAPI 3.1 the descriptions of this project use. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0'
  readonly info: Readonly<Record<string, unknown>>
  readonly servers: readonly { readonly url: string; readonly description?: string }[]
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly paths: Readonly<
    Record<string, Readonly<Partial<Record<OpenApiMethod, OpenApiOperation>>>>
  >
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly headers: Readonly<Record<string, OpenApiHeader>>
    readonly responses: Readonly<Record<string, OpenApiResponse>>
    readonly securitySchemes: Readonly<Record<string, unknown>>
  }
  /** By HTTP status: what a request gets that reaches no operation, for which OpenAPI has no place. */
  readonly 'x-responses-without-operation': Readonly<Record<string, OpenApiReference>>
}
