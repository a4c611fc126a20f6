import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { FailureEnvelope, SUCCESS_ENVELOPES } from '../../contracts/envelopes.ts'
import type { Method } from '../../contracts/method.ts'

/** What a user of another language does: reads the file, and compiles it. */
function read(name: string) {
  return JSON.parse(
    readFileSync(new URL(`../../contracts/schemas/${name}`, import.meta.url), 'utf8'),
  )
}

function compiled(name: string) {
  return new Ajv2020({ strictTypes: false }).compile(read(name))
}

/** Answers that are right by themselves: of the form that their method has. */
const RIGHT: readonly (readonly [Method, unknown])[] = [
  ['ping', { success: true }],
  ['ping', { success: true, connector: 'abc' }],
  ['is_async', false],
  ['query', { success: true, search_id: 'a/b' }],
  ['status', { success: true, status: 'RUNNING', progress: 0 }],
  ['status', { success: true, status: 'TIMEOUT', progress: 50, metadata: null }],
  ['results', { success: true, data: [] }],
  ['results', { success: true, data: [{ id: '1' }], metadata: { next: 'x' } }],
  ['results', { success: true, data: ' [{"id": "1"}]\n' }],
  ['delete', { success: true }],
  ['delete', { success: false, error: 'gone', code: 'no_results' }],
]

const WRONG: readonly (readonly [Method, unknown])[] = [
  ['ping', true],
  ['ping', { success: 'true' }],
  ['ping', { success: false }],
  ['is_async', 'True'],
  ['is_async', { success: false, error: 'down', code: 'service_unavailable' }],
  ['query', { success: true }],
  ['query', { success: true, search_id: '' }],
  ['query', { success: true, search_id: 5 }],
  ['status', { success: true, status: 'WAIT', progress: 0 }],
  ['status', { success: true, status: 'RUNNING', progress: 101 }],
  ['status', { success: true, status: 'RUNNING', progress: 0.5 }],
  ['results', { success: true, data: null }],
  ['results', { success: true, data: [1] }],
  ['results', { success: true, data: '{"id": "1"}' }],
  ['results', { success: true, data: 'no rows' }],
  ['delete', { success: false, error: '', code: 'no_results' }],
  ['delete', { success: false, error: 'gone', code: 1002 }],
  ['delete', { success: false, error: 'gone', code: 'gone' }],
]

function parses(method: Method, answer: unknown): boolean {
  if (SUCCESS_ENVELOPES[method].safeParse(answer).success) return true
  return method !== 'is_async' && FailureEnvelope.safeParse(answer).success
}

describe('envelopes.schema.json', () => {
  const validate = compiled('envelopes.schema.json')

  it.each(RIGHT)('accepts a right answer of %s: %j', (method, answer) => {
    expect(validate({ [method]: answer })).toBe(true)
    expect(parses(method, answer)).toBe(true)
  })

  it.each(WRONG)('refuses a wrong answer of %s: %j', (method, answer) => {
    expect(validate({ [method]: answer })).toBe(false)
    expect(parses(method, answer)).toBe(false)
  })

  it('refuses what is no answer of any method', () => {
    expect(validate({})).toBe(false)
    expect(validate({ translate: { success: true } })).toBe(false)
  })

  it('has the schema of each method, and of failure, by itself', () => {
    const ajv = new Ajv2020({ strictTypes: false }).addSchema(read('envelopes.schema.json'), 'e')
    const status = ajv.compile({ $ref: 'e#/$defs/status' })
    expect(status({ success: true, status: 'COMPLETED', progress: 100 })).toBe(true)
    expect(status({ success: true })).toBe(false)
    const failure = ajv.compile({ $ref: 'e#/$defs/Failure' })
    expect(failure({ success: false, error: 'down', code: 'unknown' })).toBe(true)
    expect(failure({ success: true })).toBe(false)
  })
})

describe.each([
  ['clauses', { clauses: [] }],
  ['error-codes', { error_codes: ['lost'] }],
])('%s.json', (name, broken) => {
  const validate = compiled(`${name}.schema.json`)
  const file = read(`${name}.json`)

  it('is as its schema says', () => {
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
  })

  it('has a schema that refuses another thing', () => {
    expect(validate({ ...file, ...broken })).toBe(false)
    expect(validate({ ...file, more: 1 })).toBe(false)
    expect(validate({})).toBe(false)
  })
})
