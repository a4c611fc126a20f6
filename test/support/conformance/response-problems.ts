import { createRequire } from 'node:module'
import type {
  JsonSchema,
  OpenApiDocument,
  OpenApiResponse,
} from '../../../contracts/openapi-document.ts'

interface Sent {
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: readonly Buffer[]
}

/** What of a response is not as its description says; `undefined` for nothing. */
type ProblemIn = (sent: Sent, described: OpenApiResponse) => string | undefined

/** Sent with responses by HTTP itself. */
const HEADERS_OF_HTTP = ['content-length', 'content-type', 'connection', 'date', 'keep-alive']
const JSON_TYPE = 'application/json; charset=utf-8'

/** Holds headers and body of responses against the descriptions of a document. */
export function responseProblems(document: OpenApiDocument): ProblemIn {
  const check = valueChecker(document)
  return ({ headers, body }, { headers: wanted, content }) => {
    const names = Object.keys(wanted)
    const known = [...HEADERS_OF_HTTP, ...names.map((name) => name.toLowerCase())]
    const unknown = Object.keys(headers).find((name) => !known.includes(name))
    if (unknown) return `the header ${unknown} is not documented`
    for (const name of names) {
      const schema = document.components.headers[name]?.schema ?? {}
      const problem = check(schema, headers[name.toLowerCase()], `the header ${name}`)
      if (problem) return problem
    }
    const { 'content-type': type } = headers
    if (type !== JSON_TYPE) return `the media type is ${type}`
    return check(content['application/json']?.schema ?? {}, jsonOf(body), 'the body')
  }
}

/** A body as JSON; `undefined` where it is none. */
export function jsonOf(body: readonly Buffer[]): unknown {
  try {
    return JSON.parse(Buffer.concat(body).toString())
  } catch {
    return undefined
  }
}

type ValueChecker = (schema: JsonSchema, value: unknown, name: string) => string | undefined

function valueChecker({ components }: OpenApiDocument): ValueChecker {
  // By `require`, since a response is checked in the turn in which it was given.
  const require = createRequire(import.meta.url)
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')
  const ajv = new Ajv2020({ strict: false, validateSchema: false })
  const compiled = new Map<JsonSchema, ReturnType<typeof ajv.compile>>()
  return (schema, value, dataVar) => {
    if (value === undefined) return `${dataVar} is missing, or not what it should be`
    const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components })
    compiled.set(schema, validate)
    return validate(value) ? undefined : ajv.errorsText(validate.errors, { dataVar })
  }
}
