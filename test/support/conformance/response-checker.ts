import type { AbcErrorsByStatus } from '../../../contracts/abc-security-monitor/operation-errors.ts'
import type {
  OpenApiDocument,
  OpenApiReference,
  OpenApiResponse,
} from '../../../contracts/openapi-document.ts'
import type { PublishedResponse } from '../../../mock-datasource/index.ts'
import { jsonOf, responseProblems } from './response-problems.ts'

/** What responses are held against. Plain JSON. */
export interface Described {
  readonly dataSource: string
  readonly document: OpenApiDocument
  /** What each operation may answer of itself, without being told to by the query. */
  readonly operationErrors: Readonly<Record<string, AbcErrorsByStatus>>
}

/** What is wrong with a response, in words; `undefined` where it is as the document says. */
export type ResponseChecker = (response: PublishedResponse) => string | undefined

type Responses = Readonly<Record<string, OpenApiResponse | OpenApiReference>>

/** Checks responses against a document. Loads ajv, so it is made where there is a response to check. */
export function responseChecker(described: Described): ResponseChecker {
  const { dataSource, document, operationErrors } = described
  const base = document.servers[0]?.url ?? ''
  const operations = responsesByRoute(document, base)
  const problemIn = responseProblems(document)

  return (response) => {
    const { route, method, status, fault, scripted } = response
    if (response.dataSource !== dataSource || fault !== undefined) return undefined
    // The document does not describe how it is fetched itself.
    if (route !== undefined && !route.startsWith(base)) return undefined
    const responses =
      operations.get(`${method} ${route}`) ?? document['x-responses-without-operation']
    const found = responses[status] ?? (scripted ? responses['default'] : undefined)
    if (!found) return inWords(response, 'the status is not documented')
    const problem =
      problemIn(response, resolved(document, found)) ?? unasked(response, operationErrors)
    return problem && inWords(response, problem)
  }
}

function responsesByRoute({ paths }: OpenApiDocument, base: string) {
  const found = new Map<string, Responses>()
  for (const [path, methods] of Object.entries(paths)) {
    const route = `${base}${path.replace(/\{(\w+)\}/g, ':$1')}`
    for (const [method, { responses }] of Object.entries(methods)) {
      found.set(`${method.toUpperCase()} ${route}`, responses)
    }
  }
  return found
}

function resolved({ components }: OpenApiDocument, found: OpenApiResponse | OpenApiReference) {
  if (!('$ref' in found)) return found
  return components.responses[found.$ref.split('/').at(-1) ?? ''] as OpenApiResponse
}

/** The document allows more codes where a query asks for them. */
function unasked(
  { operation, status, scripted, body }: PublishedResponse,
  operationErrors: Described['operationErrors'],
): string | undefined {
  if (operation === undefined || scripted || status < 400) return undefined
  const { code } = jsonOf(body) as { code: number }
  const own = operationErrors[operation]?.[status]?.some((allowed) => allowed === code)
  return own ? undefined : `no query asked for the code ${code}`
}

function inWords({ method, route, status, headers, body }: PublishedResponse, problem: string) {
  const asked =
    method === undefined ? 'what is no HTTP request' : `${method} ${route ?? 'elsewhere'}`
  const text = Buffer.concat(body).toString('utf8', 0, 300)
  return `${asked} answered ${status}: ${problem}\n  ${JSON.stringify(headers)}\n  ${text}`
}
