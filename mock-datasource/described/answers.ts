import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { RawAnswer, Writes } from '../../contracts/data-source/reads.ts'
import type { OddBodies } from '../data-source-definition.ts'
import { JSON_TYPE } from '../http/reply.ts'
import type { Parts } from './parts.ts'
import { type Template, templateOf } from './template.ts'

/** Status answers with any word in them. */
export function writesOf({ answers, description }: Parts): Writes {
  const { status } = answers
  const tells = (name: string) => status?.wayTo(name) !== undefined
  const progress = tells('progress') ? 'percent' : tells('fraction') ? 'fraction' : 'none'
  if (!status || !tells('status')) return { progress }
  return {
    progress,
    status: ({ id, word, progress }) => ({
      status: description.operations.status?.http ?? 200,
      body: textOf(status, { id, status: word, progress, fraction: progress / 100, found: 0 }),
      headers: { 'Content-Type': JSON_TYPE },
    }),
  }
}

/** Answers that nobody can take for right. */
export function brokenOf(parts: Parts): DataSource['broken'] {
  return {
    'cut off': { status: 200, body: cutShortOf(parts) },
    'an error without a code': { status: 500, body: '{"message":"oh"}' },
  }
}

/** Answers that no client expects, whatever the API. */
export const ODD: readonly RawAnswer[] = [
  { status: 200, body: '' },
  { status: 200, body: 'null' },
  { status: 200, body: '[]' },
  { status: 200, body: '{}' },
  { status: 200, body: '<html><body>It works!</body></html>' },
  { status: 404, body: '{"message":"gone"}' },
  { status: 500, body: '' },
  { status: 500, body: '<html><body>Internal Server Error</body></html>' },
  { status: 502, body: '' },
]

/** Bodies that begin as the API's do. */
export function oddBodiesOf(parts: Parts): OddBodies {
  const text = JSON.stringify(fieldOf(parts))
  return {
    cutShort: cutShortOf(parts),
    nonAscii: '{"note":"Prüfung für Größe übersprungen"}',
    endless: `{${text}:"`,
  }
}

/** A page that ends within its first row; an error where a page has no members. */
function cutShortOf({ answers, paged, description }: Parts): string {
  const mark = 'cut here'
  const template = answers[paged]
  const [before = ''] = (template ? textOf(template, { rows: mark }) : '').split(`"${mark}"`)
  return `${before}[{${JSON.stringify(description.row.key)}:`
}

function fieldOf({ description }: Parts): string {
  const [first] = templateOf(description.errors.body).wayTo('message') ?? []
  return typeof first === 'string' ? first : 'message'
}

function textOf(template: Template, values: Readonly<Record<string, unknown>>): string {
  return Buffer.concat(template.write(values)).toString()
}
