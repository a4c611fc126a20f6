import * as z from 'zod'
import type { AbcOperation } from '../../../contracts/abc-security-monitor/api.ts'
import {
  ABC_ERRORS_WITHOUT_OPERATION,
  ABC_OPERATION_ERRORS,
  type AbcErrorsByStatus,
} from '../../../contracts/abc-security-monitor/operation-errors.ts'
import type { JournalEntry } from '../../../mock-datasource/index.ts'
import { ownHeaders } from './request-text.ts'

/** What is alike in the requests, and their outcomes, that one interaction stands for. */
export interface Shape {
  readonly operation: string | null
  readonly method: string
  /** The path itself, where it leads to no operation. */
  readonly path: string | null
  /** Names of query parameters. */
  readonly query: readonly string[]
  /** `name`, or `name: value` of a header by which the API decides. */
  readonly headers: readonly string[]
  /** The body's members with their types, or the type of a body that is no object. */
  readonly body: readonly string[]
  readonly status: number
  readonly code: number
  /** What else makes a difference to whoever asked. */
  readonly outcome: string
}

/** Headers by whose value the API decides. */
const TELLING = ['accept', 'content-type']

const Answered = z.looseObject({
  code: z.int(),
  status: z.string().optional(),
  next_page_token: z.string().nullish(),
})

/**
 * The shape of an exchange; undefined where it is none that the API promises: nothing came back, or a fault
 * struck that is no error of the API's.
 */
export function shapeOf(entry: JournalEntry): Shape | undefined {
  const { request, response, operation } = entry
  if (response === undefined || response.truncated) return undefined
  const answered = Answered.safeParse(jsonIn(response.body))
  if (!answered.success) return undefined
  const { code } = answered.data
  if (code !== 200 && !isDocumented(operation, code, response.status)) return undefined
  if (code === 200 && (entry.fault !== undefined || operation === undefined)) return undefined
  const { path, query } = targetOf(request.path)
  return {
    operation: operation ?? null,
    method: request.method,
    path: operation === undefined ? path : null,
    query: [...new Set(query.keys())].sort(),
    headers: Object.entries(ownHeaders(request.headers)).map(([name, value]) =>
      TELLING.includes(name) ? `${name}: ${value}` : name,
    ),
    body: bodyShape(request.body),
    status: response.status,
    code,
    outcome: outcomeOf(operation, answered.data),
  }
}

/** The path of a request and its query parameters. */
export function targetOf(url: string): { path: string; query: URLSearchParams } {
  const mark = url.indexOf('?')
  return {
    path: mark < 0 ? url : url.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
  }
}

/** Errors that an operation can only be made to give by a fault are no outcomes of the API's. */
function isDocumented(operation: string | undefined, code: number, status: number): boolean {
  const errors: AbcErrorsByStatus =
    operation === undefined
      ? ABC_ERRORS_WITHOUT_OPERATION
      : ABC_OPERATION_ERRORS[operation as AbcOperation]
  const codes: readonly number[] = errors[status] ?? []
  return codes.includes(code)
}

function bodyShape(body: string | undefined): readonly string[] {
  if (body === undefined) return []
  const json = jsonIn(body)
  if (json === undefined) return ['text']
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return [typeOf(json)]
  return Object.entries(json)
    .map(([name, value]) => `${name}: ${typeOf(value)}`)
    .sort()
}

function outcomeOf(operation: string | undefined, answered: z.infer<typeof Answered>): string {
  if (answered.code !== 200) return 'error'
  if (operation === 'status') return answered.status ?? ''
  if (operation !== 'results' && operation !== 'query') return 'success'
  return answered.next_page_token == null ? 'last page' : 'more pages'
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
