import type { Method } from '../../../contracts/method.ts'
import type { FaultSpec } from '../../../mock-datasource/index.ts'
import { type Mode, OPERATION_OF } from '../requests.ts'

/** Answers under status 200 or an error's that are no answer, each the same for every operation. */
const WHOLE = {
  'not JSON': { status: 200, body: 'OK' },
  'cut off': { status: 200, body: '{"code":200,"succ' },
  empty: { status: 200, body: '' },
  HTML: { status: 200, body: '<!DOCTYPE html><html><body>Sign in</body></html>' },
  null: { status: 200, body: 'null' },
  'a list': { status: 200, body: '[]' },
  'a text': { status: 200, body: '"COMPLETED"' },
  'no code': { status: 200, body: '{"message":"it works"}' },
  'an error without a code': { status: 500, body: '{"message":"oh"}' },
  'an error that is empty': { status: 500, body: '' },
  'an error in HTML': { status: 500, body: '<html><body>Internal Server Error</body></html>' },
} as const satisfies Record<string, { readonly status: number; readonly body: string }>

/** The right answer with one part of it wrong, for the method whose answer has that part. */
const DRIFTED = {
  'query_id missing': { method: 'query', field: 'query_id', drift: { remove: true } },
  'query_id null': { method: 'query', field: 'query_id', drift: { to: null } },
  'query_id empty': { method: 'query', field: 'query_id', drift: { to: '' } },
  'progress a text': { method: 'status', field: 'progress', drift: { to: 'forty' } },
  'progress null': { method: 'status', field: 'progress', drift: { to: null } },
  'status missing': { method: 'status', field: 'status', drift: { remove: true } },
  'status null': { method: 'status', field: 'status', drift: { to: null } },
  'status a number': { method: 'status', field: 'status', drift: { to: 3 } },
  'data missing': { method: 'results', field: 'data', drift: { remove: true } },
  'data null': { method: 'results', field: 'data', drift: { to: null } },
  'data an object': { method: 'results', field: 'data', drift: { to: {} } },
  'data a text': { method: 'results', field: 'data', drift: { to: 'rows' } },
  'data of texts': { method: 'results', field: 'data', drift: { to: ['row'] as string[] } },
} as const satisfies Record<
  string,
  {
    readonly method: Method
    readonly field: string
    readonly drift: { readonly to: unknown } | { readonly remove: true }
  }
>

export type BrokenAnswer = keyof typeof WHOLE | keyof typeof DRIFTED

/** Every way of breaking an answer that cannot be read as anything but broken. */
export const BROKEN_ANSWERS = [...Object.keys(WHOLE), ...Object.keys(DRIFTED)] as BrokenAnswer[]

/** The fault that gives such an answer to this method; undefined where its answer has no such part. */
export function brokenFor(answer: BrokenAnswer, mode: Mode, method: Method): FaultSpec | undefined {
  if (answer in WHOLE) return { kind: 'http-status', ...WHOLE[answer as keyof typeof WHOLE] }
  const { field, drift, ...drifted } = DRIFTED[answer as keyof typeof DRIFTED]
  if (drifted.method !== method) return undefined
  const operation = Object.entries(OPERATION_OF[mode]).find(([name]) => name === method)?.[1]
  return operation && { kind: 'schema-drift', operation, field, ...drift }
}
