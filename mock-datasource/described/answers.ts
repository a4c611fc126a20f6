import type { DataSource } from '../../contracts/data-source/data-source.ts'
import type { RawAnswer, Writes } from '../../contracts/data-source/reads.ts'
import type { OddBodies } from '../data-source-definition.ts'
import type { BodyFormat } from './bodies/body-format.ts'
import { json } from './bodies/json.ts'
import type { Parts } from './parts.ts'
import { toldOf } from './states.ts'
import type { Template } from './template.ts'

/** Status answers with any word in them. */
export function writesOf({ answers, description, states }: Parts): Writes {
  const { status } = answers
  const tells = (name: string) => status?.wayTo(name) !== undefined
  const progress = tells('progress') ? 'percent' : tells('fraction') ? 'fraction' : 'none'
  if (!status || !tells('status')) return { progress }
  return {
    progress,
    status: ({ id, word, progress }) => ({
      status: description.operations.status?.http ?? 200,
      body: textOf(status, {
        ...toldOf(states, word),
        ...{ id, progress, fraction: progress / 100, found: 0 },
      }),
      headers: { 'Content-Type': status.format.type },
    }),
  }
}

/** Answers that nobody can take for right. */
export function brokenOf(parts: Parts): DataSource['broken'] {
  const { format } = parts.errorBody
  const headers = headersOf(pageFormatOf(parts))
  return {
    'cut off': { status: 200, body: cutShortOf(parts), ...headers },
    'an error without a code': {
      status: 500,
      body: format.write({ message: 'oh' }),
      ...headersOf(format),
    },
  }
}

/** JSON goes without, as it always did: nobody is to tell an answer by that alone. */
function headersOf(format: BodyFormat): Pick<RawAnswer, 'headers'> {
  return format === json ? {} : { headers: { 'Content-Type': format.type } }
}

function pageFormatOf({ answers, paged }: Parts): BodyFormat {
  return answers[paged[0] ?? '']?.format ?? json
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
  const format = pageFormatOf(parts)
  return {
    cutShort: cutShortOf(parts),
    nonAscii: format.odd.nonAscii,
    endless: format.odd.endless(fieldOf(parts)),
    ...(format !== json && { type: format.type }),
  }
}

/** A page that ends within its first row; an error where a page has no members. */
function cutShortOf({ answers, paged, description }: Parts): string {
  const { key } = description.row
  return answers[paged[0] ?? '']?.cutShort(key) ?? `[{${JSON.stringify(key)}:`
}

function fieldOf({ errorBody }: Parts): string {
  const [first] = errorBody.wayTo('message') ?? []
  return typeof first === 'string' ? first : 'message'
}

function textOf(template: Template, values: Readonly<Record<string, unknown>>): string {
  return Buffer.concat(template.write(values)).toString()
}
