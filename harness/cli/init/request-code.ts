import type { Description } from '../../../contracts/data-source/description.ts'
import { membersCode, quoted } from './code-text.ts'

type Operation = NonNullable<Description['operations'][keyof Description['operations']]>

/** What a request carries beside its path; values are code. */
export interface Carried {
  readonly in: string
  readonly values: Readonly<Record<string, string>>
}

/** As it stands in a template literal. */
const ID = ['$', '{id}'].join('')

/** What the skeleton cannot carry, since its client speaks JSON and forms. */
export function cannotCarry({ in: where }: Carried): boolean {
  return !['query', 'form', 'json', 'header'].includes(where)
}

/** An `Asked` of the skeleton, as code. */
export function requestCode(
  { method, path, http, answer }: Pick<Operation, 'method' | 'path' | 'http' | 'answer'>,
  carried: readonly Carried[] = [],
  indent = '  ',
): string {
  const of = (where: string) =>
    Object.assign({}, ...carried.filter((each) => each.in === where).map(({ values }) => values))
  const [query, form, json, headers] = ['query', 'form', 'json', 'header'].map(of)
  const has = (values: object | undefined) => Object.keys(values ?? {}).length > 0
  const isList = Array.isArray(answer) || answer === '{{rows}}'
  const members = {
    method: quoted(method),
    path: pathCode(path, has(query) ? membersCode(query) : undefined),
    http: String(http),
    ...(has(headers) && { headers: membersCode(headers) }),
    ...(has(form) && { body: `new URLSearchParams(${membersCode(form)})` }),
    ...(has(json) && { body: membersCode(json, true) }),
    ...(answer === undefined ? { answer: "'nothing'" } : isList ? { answer: "'list'" } : {}),
  }
  const lines = Object.entries(members).map(([name, code]) => `${indent}  ${name}: ${code},\n`)
  return `{\n${lines.join('')}${indent}}`
}

function pathCode(path: string, query: string | undefined): string {
  const isPlain = !path.includes('{id}') && query === undefined
  if (isPlain) return quoted(path)
  const filled = path.split('{id}').join(ID)
  return `\`${filled}${query === undefined ? '' : `?\${new URLSearchParams(${query})}`}\``
}
