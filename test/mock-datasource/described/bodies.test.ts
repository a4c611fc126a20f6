import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mistakeText } from '../../../harness/data-source/load-description.ts'
import { brokenAnswers } from '../../../harness/kit/arbitraries/broken-answer.ts'
import { BODIES } from '../../../mock-datasource/described/bodies/index.ts'
import { templateOf } from '../../../mock-datasource/described/template.ts'
import { describedSource } from '../../../mock-datasource/descriptions.ts'
import { type MockDataSource, problemsOf } from '../../../mock-datasource/index.ts'
import { definitionOf, nightWatch, served } from './support/night-watch.ts'

const PAGING = { style: 'cursor', cursor: 'after', limit: 'limit' }
const { errors } = nightWatch() as { readonly errors: object }

/** The same data source, all of whose bodies are written in one form. */
function writtenIn(bodies: 'json' | 'ndjson' | 'xml', answer: unknown, changes = {}) {
  return nightWatch({
    bodies,
    paging: PAGING,
    operations: {
      ping: { method: 'GET', path: '/up', answer: { up: { '@now': 'yes' } } },
      query: { method: 'GET', path: '/find', answer },
    },
    errors: {
      ...errors,
      body: { problem: { name: '{{code}}', text: 'Sorry: {{message}}' } },
    },
    ...changes,
  })
}

const XML = writtenIn('xml', {
  result: { '@of': '{{total}}', rows: { row: '{{rows}}' }, after: '{{next}}' },
})
const LINES = writtenIn('ndjson', ['{{rows}}', { after: '{{next}}', of: '{{total}}' }])

/** One exchange with a mock, as the data source itself reads it. */
async function exchange(mock: MockDataSource, description: object, path: string) {
  const headers = { authorization: `NW ${mock.account.credentials['token']}` }
  const response = await fetch(`${mock.url}${path}`, { headers })
  const body = await response.text()
  const seen = {
    operation: 'query',
    request: { method: 'GET', path, headers },
    response: { status: response.status, headers: Object.fromEntries(response.headers), body },
  }
  const { reads } = definitionOf(description)
  return {
    body,
    type: response.headers.get('content-type'),
    page: reads.page(seen),
    code: reads.errorCode(seen.response),
  }
}

describe.each([
  ['XML', XML, 'application/xml; charset=utf-8'],
  ['lines of JSON', LINES, 'application/x-ndjson'],
])('a described data source that answers in %s', (_, description, type) => {
  it('has no problem', () => {
    const source = describedSource(description)
    expect(source).toMatchObject({ definition: {} })
    expect('definition' in source && problemsOf(source.definition)).toEqual([])
  })

  it('writes pages that it reads itself, the last and an empty one too', async () => {
    const mock = await served(description)
    const first = await exchange(mock, description, '/find?q=all&limit=4')
    expect(first.type).toBe(type)
    expect(first).toMatchObject({ page: { rows: 4, limit: 4, next: expect.any(String) } })
    const after = encodeURIComponent(String(first.page?.next))
    const last = await exchange(mock, description, `/find?q=all&limit=9&after=${after}`)
    expect(last.page).toMatchObject({ rows: 6, next: null })
    mock.control.patchSettings({ dataSet: { rows: 0, seed: 1 } })
    expect((await exchange(mock, description, '/find?q=all')).page).toMatchObject({
      rows: 0,
      next: null,
    })
  })

  it('tells its errors so', async () => {
    const mock = await served(description)
    expect(await exchange(mock, description, '/find?q=%3F%3F%3F')).toMatchObject({
      code: 'ASK',
      type,
    })
    mock.control.addFault({ kind: 'api-error', code: 'MOON' })
    expect(await exchange(mock, description, '/find?q=all')).toMatchObject({ code: 'MOON', type })
  })

  it('has its pages go wrong, and members of them', async () => {
    const mock = await served(description)
    const { id } = mock.control.addFault({ kind: 'page-anomaly', variant: 'empty-page' })
    expect((await exchange(mock, description, '/find?q=all')).page).toMatchObject({ rows: 0 })
    mock.control.removeFault(id)
    const field = type.includes('xml') ? 'result.after' : '1.after'
    mock.control.addFault({ kind: 'schema-drift', field, to: 'elsewhere' })
    const drifted = await exchange(mock, description, '/find?q=all&limit=4')
    expect(drifted.page).toMatchObject({ rows: 4, next: 'elsewhere' })
  })

  it.each(['malformed-json', 'not-utf8', 'oversized'] as const)('breaks by %s', async (kind) => {
    const mock = await served(description)
    mock.control.addFault(kind === 'oversized' ? { kind, bytes: 4_000 } : { kind })
    const { body, type: own, page } = await exchange(mock, description, '/find?q=all')
    expect(own).toBe(type)
    expect(body.startsWith(type.includes('xml') ? '<?xml' : '{')).toBe(true)
    expect(page?.next).not.toEqual(expect.any(String))
  })

  it('has answers that cannot be right, and none that could', () => {
    const names = brokenAnswers(definitionOf(description))
    expect(names).toContain('cut off')
    expect(names.filter((name) => / rows (missing|null)$/.test(name))).toEqual([])
  })
})

describe('rows in XML', () => {
  it('hold texts alone, and every one comes back as it was', async () => {
    const mock = await served(XML)
    const { body } = await exchange(mock, XML, '/find?q=all')
    const template = templateOf({ result: { rows: { row: '{{rows}}' } } }, BODIES.xml)
    const { result } = template.read(body) as { result: { rows: { row: readonly object[] } } }
    const dataSet = definitionOf(XML).model.open({ rows: 10, seed: 1 })
    expect(result.rows.row).toEqual(Array.from({ length: 10 }, (_, index) => dataSet.row(index)))
  })
})

/** Texts that XML has a form for. */
const text = fc.string({ unit: 'grapheme' })
const row = fc.record({ a: text, b: text })

describe('a body', () => {
  it.each([
    ['xml', { r: { n: '{{name}}', '@m': '{{name}}', row: '{{rows}}' } }],
    ['ndjson', [{ n: '{{name}}' }, '{{rows}}', { m: '{{name}}' }]],
    ['json', { n: '{{name}}', rows: '{{rows}}' }],
  ] as const)('in %s is read as it was written', (format, value) => {
    const template = templateOf(value, BODIES[format])
    fc.assert(
      fc.property(text, fc.array(row, { maxLength: 4 }), (name, rows) => {
        const json = Buffer.from(JSON.stringify(rows))
        const written = Buffer.concat(template.write({ name, rows: json })).toString()
        const filled = JSON.parse(
          JSON.stringify(value)
            .replaceAll('"{{name}}"', () => JSON.stringify(name))
            .replaceAll('"{{rows}}"', () => JSON.stringify(rows)),
        )
        expect(template.read(written)).toEqual(filled)
        expect(template.rewrite(template.read(written)).toString()).toBe(written)
      }),
    )
  })

  it('as a form holds texts', () => {
    const template = templateOf({ key: '{{key}}', left: '{{left}}', gone: null }, BODIES.form)
    const written = Buffer.concat(template.write({ key: 'a&b=ü', left: 7 })).toString()
    expect(template.read(written)).toEqual({ key: 'a&b=ü', left: '7' })
  })

  it('in XML brings no entities of its own, and is one document', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    expect(BODIES.xml.read(bomb)).toBeUndefined()
    for (const broken of ['', 'OK', '{"a":1}', '<a>', '<a></b>']) {
      expect(BODIES.xml.read(broken)).toBeUndefined()
    }
  })
})

describe('a description', () => {
  const at = (as: string, answer: unknown) => ({
    operations: {
      ping: { method: 'GET', path: '/up', answer: {} },
      query: { method: 'GET', path: '/find', as, answer },
    },
  })
  it.each<[string, object, string]>([
    [
      'has a list as a document in XML',
      at('xml', ['{{rows}}']),
      'operations.query.answer: must hold one member, since it is a document in XML',
    ],
    [
      'has all rows as the root in XML',
      at('xml', { rows: '{{rows}}' }),
      'operations.query.answer: must hold one member, since it is a document in XML',
    ],
    [
      'has what is no name in XML',
      at('xml', { a: { '1 b': 1, row: '{{rows}}' } }),
      'operations.query.answer.a.1 b: cannot be the name of an element in XML',
    ],
    [
      'has a field that is no name in XML',
      { ...at('xml', { a: { row: '{{rows}}' } }), row: { key: 'ref', fields: ['ref', 'a b'] } },
      'row.fields.1: "a b" cannot be the name of an element in XML',
    ],
    [
      'has rows within a line',
      at('ndjson', [{ rows: '{{rows}}' }]),
      'operations.query.answer.0.rows: {{rows}} has to be an element of the list of lines',
    ],
    [
      'has a page as a form',
      at('form', { rows: '{{rows}}' }),
      'operations.query.as: cannot be a form: any text is one, so that a broken answer could not be told',
    ],
    [
      'has lists in a form',
      {
        ...at('json', { rows: '{{rows}}' }),
        errors: { ...errors, as: 'form', body: { code: ['{{code}}'] } },
      },
      'errors.body.code: must be a text or a number, since it is in a form',
    ],
    [
      'has a form that there is not',
      at('xlm', { rows: '{{rows}}' }),
      'operations.query.as: "xlm" is none of them; allowed: json, ndjson, form, xml',
    ],
  ])('that %s is told so', (_, change, line) => {
    const source = describedSource(nightWatch(change as Record<string, unknown>))
    const [first] = 'mistakes' in source ? source.mistakes.map(mistakeText) : []
    expect(first?.slice(0, line.length)).toBe(line)
  })
})
