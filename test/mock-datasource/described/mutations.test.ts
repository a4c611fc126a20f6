import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mistakeText } from '../../../harness/data-source/load-description.ts'
import { visible } from '../../../harness/text/visible.ts'
import { describedSource, readDescription } from '../../../mock-datasource/descriptions.ts'
import { problemsOf } from '../../../mock-datasource/index.ts'
import { nightWatch } from './support/night-watch.ts'

function builtIn(name: string): unknown {
  const file = new URL(`../../../mock-datasource/sources/${name}.yaml`, import.meta.url)
  const read = readDescription(readFileSync(file, 'utf8'))
  return 'value' in read ? read.value : undefined
}

const OAUTH = { scheme: 'oauth-client-credentials', path: '/token', client: 'header' }
const CORRECT: readonly unknown[] = [
  nightWatch(),
  nightWatch({
    name: 'xml-watch',
    bodies: 'xml',
    credentials: { auth: { id: '{{client_id}}', secret: '{{client_secret}}' } },
    authentication: OAUTH,
    paging: { style: 'next-url', cursor: 'after', limit: 'n', relative: true },
    operations: {
      ping: { method: 'GET', path: '/up', answer: { up: 'yes' } },
      query: { method: 'GET', path: '/find', answer: { r: { row: '{{rows}}', n: '{{next}}' } } },
    },
  }),
  ...['qradar', 'splunk', 'okta'].map(builtIn),
]

/** Values of every kind, among them what a description is made of in other places. */
const anything = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    0,
    1.5,
    401,
    '',
    ' ',
    '{{',
    '{{}}',
    '{{rows}}',
    '{{id}}',
    '{{a b}}',
  ),
  fc.constantFrom(
    'status',
    'hook',
    'xml',
    'form',
    '/{id}/{x}',
    '__proto__',
    'a\nb',
    'x'.repeat(9_000),
  ),
  fc.constantFrom([], {}, [[]], { a: { b: ['{{total}}'] } }, ['{{rows}}', '{{rows}}']),
  fc.jsonValue(),
)

/** One change of a value: which of its parts, by a number, and what becomes of it. */
const change = fc.record({
  part: fc.nat(),
  how: fc.constantFrom('replace' as const, 'remove' as const, 'add' as const, 'rename' as const),
  name: fc.constantFrom(
    'serves',
    'as',
    'in',
    'at',
    'http',
    'hooks',
    'extends',
    'tells',
    'a\nb',
    '1',
  ),
  to: anything,
})

type Change = typeof change extends fc.Arbitrary<infer Made> ? Made : never
type Members = Record<string, unknown>

/** Every object and list in a value, itself first. */
function partsOf(value: unknown): readonly Members[] {
  if (typeof value !== 'object' || value === null) return []
  return [value as Members, ...Object.values(value).flatMap(partsOf)]
}

function changed(value: unknown, { part, how, name, to }: Change): unknown {
  const parts = partsOf(value)
  const own = parts[part % parts.length] ?? {}
  const names = Object.keys(own)
  const at = names[part % Math.max(1, names.length)] ?? name
  if (how === 'replace') own[at] = to
  if (how === 'add') own[name] = to
  if (how === 'rename') own[`${at}x`] = own[at]
  if (how === 'remove' || how === 'rename') Reflect.deleteProperty(own, at)
  return value
}

describe('a description with something changed in it', () => {
  it.each(CORRECT.map((correct) => [(correct as Members)['name'], correct]))(
    'of %s compiles, or is told what is wrong, a line each',
    (_, correct) => {
      const changes = fc.array(change, { minLength: 1, maxLength: 3 })
      fc.assert(
        fc.property(changes, (all) => {
          const value = all.reduce(changed, structuredClone(correct))
          const source = describedSource(value)
          if ('definition' in source) {
            expect(problemsOf(source.definition)).toEqual([])
            return
          }
          expect(source.mistakes.length).toBeGreaterThan(0)
          for (const mistake of source.mistakes) {
            expect(visible(mistakeText(mistake))).toMatch(/^[^\n]+: [^\n]+$/)
          }
        }),
        { numRuns: 100 },
      )
    },
  )
})
