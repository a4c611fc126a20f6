import { AbcOperation } from '../../../../../contracts/abc-security-monitor/api.ts'
import { ABC_API_ERRORS } from '../../../../../contracts/abc-security-monitor/error-table.ts'
import { abcOpenApi } from '../../../../../contracts/abc-security-monitor/openapi.ts'
import type {
  OpenApiReference,
  OpenApiResponse,
} from '../../../../../contracts/openapi-document.ts'

/** A response that the document says an operation may give. */
export interface DocumentedResponse {
  /** Absent for what a request gets that reaches no operation. */
  readonly operation?: AbcOperation
  readonly status: number
  readonly code: number
}

/** A code that the API does not have. */
export const UNLISTED_CODE = 31_337

const LISTED = Object.entries(ABC_API_ERRORS).map(([code, { http }]) => ({
  code: Number(code),
  http,
}))
const DOCUMENT = abcOpenApi()

/** Every operation with every status and every code, as the document itself lists them. */
export function documentedResponses(): readonly DocumentedResponse[] {
  const operations = Object.values(DOCUMENT.paths).flatMap((methods) => Object.values(methods))
  const ofOperations = operations.flatMap(({ operationId, responses }) =>
    expanded(responses).map((each) => ({ operation: AbcOperation.parse(operationId), ...each })),
  )
  return [...ofOperations, ...expanded(DOCUMENT['x-responses-without-operation'])]
}

type Responses = Readonly<Record<string, OpenApiResponse | OpenApiReference>>

function expanded(responses: Responses): { status: number; code: number }[] {
  const named = Object.entries(responses).filter(([status]) => status !== 'default')
  const listed = named.flatMap(([key, response]) => {
    const status = Number(key)
    return codesIn(response, status).map((code) => ({ status, code }))
  })
  if (!('default' in responses)) return listed
  const others = LISTED.filter(({ http }) => !(http in responses))
  return [...listed, ...others.map(({ code, http }) => ({ status: http, code }))]
}

interface CodeSchema {
  readonly properties?: {
    readonly code?: {
      readonly const?: number
      readonly enum?: readonly number[]
      readonly not?: unknown
    }
  }
}

/** The codes with which a response may come: one of each kind, where any will do. */
function codesIn(response: OpenApiResponse | OpenApiReference, status: number): readonly number[] {
  if (status < 400) return [200]
  const name = '$ref' in response ? response.$ref.split('/').at(-1) : undefined
  const found = DOCUMENT.components.responses[name ?? ''] ?? (response as OpenApiResponse)
  const schema = found.content['application/json']?.schema as CodeSchema | undefined
  const { const: only, enum: some, not: butThose } = schema?.properties?.code ?? {}
  if (only !== undefined) return [only]
  if (some) return some
  if (butThose) return [1020, UNLISTED_CODE]
  throw new Error(`cannot tell which codes ${name} may have`)
}
