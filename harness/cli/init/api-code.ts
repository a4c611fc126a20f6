import type { Description } from '../../../contracts/data-source/description.ts'
import { membersCode, quoted, SPREAD, textCode, wayCode } from './code-text.ts'
import { placeOf, type Way } from './places.ts'
import { type Carried, cannotCarry, requestCode } from './request-code.ts'

/** The API client of a skeleton, and what it leaves open, a line each. */
export interface ApiCode {
  readonly text: string
  readonly open: readonly string[]
}

const KNOWN_SCHEMES: readonly string[] = ['header', 'basic', 'log-in']

/** What a description tells of its API, as the file of a connector that is to be edited. */
export function apiCode(description: Description): ApiCode {
  const { title, operations, paging, mode, authentication } = description
  const isAsynchronous = [mode].flat()[0] === 'asynchronous'
  const paged = isAsynchronous ? operations.results : operations.query
  const query = queryCarried(description)
  const page = pageCarried(paging)
  const asking = [...(query ? [query] : [])]
  const { ping, create, status, delete: gone } = operations
  const open = [
    ...(KNOWN_SCHEMES.includes(authentication.scheme)
      ? []
      : [`how requests show the credentials (${authentication.scheme})`]),
    ...(query === undefined || cannotCarry(query) ? ['how a query travels'] : []),
    ...(page === undefined ? [`the pages behind the first one (${paging.style})`] : []),
    ...(paged === undefined ? ['which request gives rows'] : []),
  ]
  const results = paged && requestCode(paged, [...(isAsynchronous ? [] : asking), ...(page ?? [])])
  const first = isAsynchronous ? 'id' : 'query'
  const lines = [
    "import type { Api } from './connector/api.ts'",
    '',
    `/** What is known of the API of ${title}, from its description. This is the place to edit. */`,
    'export const api: Api = {',
    `  title: ${quoted(title)},`,
    ...authenticationLines(description),
    `  ping: () => (${ping ? requestCode(ping) : '{}'}),`,
    ...(isAsynchronous && create ? [`  create: (query) => (${requestCode(create, asking)}),`] : []),
    ...(isAsynchronous && status ? [`  status: (id) => (${requestCode(status)}),`] : []),
    ...(page === undefined
      ? [`  // It asks for the first page alone: ${paging.style} is yours to write.`]
      : []),
    `  results: (${first}${placeCode(results ?? '')}) => (${results ?? '{}'}),`,
    ...(isAsynchronous && gone ? [`  delete: (id) => (${requestCode(gone)}),`] : []),
    ...factLines(description, paged?.answer),
    '}',
    '',
  ]
  return { text: lines.join('\n'), open }
}

/** What of a place the code of a request uses. */
function placeCode(request: string): string {
  const used = ['offset', 'pages', 'limit', 'next'].filter((name) =>
    new RegExp(`[(\\s{]${name}[\\s)}]`).test(request),
  )
  return used.length === 0 ? '' : `, { ${used.join(', ')} }`
}

function queryCarried({ query }: Description): Carried | undefined {
  const places = [query.in].flat()
  // A URL has no room for a long query.
  const where = places.find((each) => each === 'form' || each === 'json') ?? places[0] ?? ''
  const carried = { in: where, values: { [query.at ?? '']: 'query' } }
  return query.at === undefined || cannotCarry(carried) ? undefined : carried
}

/** What asks for a page; undefined for styles that the skeleton does not follow. */
function pageCarried(paging: Description['paging']): readonly Carried[] | undefined {
  switch (paging.style) {
    case 'whole':
      return []
    case 'range-header': {
      const range = `\`${paging.unit}=\${offset}-\${offset + limit - 1}\``
      return [{ in: 'header', values: { Range: range } }]
    }
    case 'offset-limit':
      return carriedIn(paging.in, { [paging.offset]: 'offset', [paging.limit]: 'limit' })
    case 'page-number': {
      const page = paging.first === 0 ? 'pages' : `pages + ${paging.first}`
      return carriedIn(paging.in, { [paging.page]: page, [paging.size]: 'limit' })
    }
    case 'cursor': {
      const { in: where, cursor, limit } = paging
      const isText = where === 'query' || where === 'form'
      const next = `...(next !== undefined && ${membersCode({ [cursor]: 'next' }, !isText)})`
      return carriedIn(where, { [limit]: 'limit' })?.map(({ values, ...rest }) => ({
        ...rest,
        values: { ...values, [`${SPREAD}${cursor}`]: next },
      }))
    }
    default:
      return undefined
  }
}

/** What stands in a URL or a form is a text. */
function carriedIn(
  where: string,
  values: Readonly<Record<string, string>>,
): readonly Carried[] | undefined {
  const isText = where === 'query' || where === 'form'
  const entries = Object.entries(values)
  const own = entries.map(([name, code]) => [name, isText ? `String(${code})` : code])
  const carried = { in: where, values: Object.fromEntries(own) }
  return cannotCarry(carried) ? undefined : [carried]
}

function authenticationLines({ authentication, credentials }: Description): readonly string[] {
  const names = ['username', 'password', 'token']
  const expressions = Object.fromEntries(
    names.map((name) => {
      const [, ...way] = placeOf(credentials, name) ?? []
      return [name, way.length === 0 ? "''" : `auth[${quoted(String(way.at(-1)))}]`]
    }),
  )
  switch (authentication.scheme) {
    case 'header': {
      const value = textCode(authentication.value, expressions)
      return [`  shows: (auth) => (${membersCode({ [authentication.header]: value })}),`]
    }
    case 'basic':
      return [
        `  shows: (auth) => {`,
        `    const pair = \`\${${expressions['username']}}:\${${expressions['password']}}\``,
        `    return { Authorization: \`Basic \${Buffer.from(pair).toString('base64')}\` }`,
        '  },',
      ]
    case 'log-in': {
      const { send, in: where, header, value, answer, method, path, http } = authentication
      const sent = Object.entries(send).map(([name, text]) => [name, textCode(text, expressions)])
      const carried = { in: where, values: Object.fromEntries(sent) }
      const ask = requestCode({ method, path, http, answer }, [carried], '    ')
      const key = placeOf(answer, 'session_key') ?? []
      const shown = textCode(value, { ...expressions, session_key: 'sessionKey' })
      return [
        '  logIn: {',
        `    ask: (auth) => (${ask}),`,
        `    keyAt: ${wayCode(key)},`,
        '  },',
        `  shows: (${/\bauth\[/.test(shown) ? 'auth' : '_auth'}, sessionKey) => (${membersCode({ [header]: shown })}),`,
      ]
    }
    default:
      return ['  shows: () => ({}),']
  }
}

function factLines(description: Description, page: unknown): readonly string[] {
  const { operations, statuses, errors, paging, vital } = description
  const status = operations.status?.answer
  const places: Readonly<Record<string, Way | undefined>> = {
    id: vital.query?.split('.') ?? placeOf(operations.create?.answer, 'id'),
    progress: placeOf(status, 'progress') ?? placeOf(status, 'fraction'),
    rows: placeOf(page, 'rows') ?? [],
    next: placeOf(page, 'next'),
    code: errors.known_by === 'code' ? placeOf(errors.body, 'code') : undefined,
    message: placeOf(errors.body, 'message'),
  }
  const at = Object.entries(places).flatMap(([name, way]) =>
    way === undefined ? [] : [`    ${name}: ${wayCode(way)},`],
  )
  const codes = Object.entries(errors.table).flatMap(([code, { means }]) =>
    means === undefined ? [] : [`    ${quoted(code)}: ${quoted(means[0] ?? 'unknown')},`],
  )
  const most = 'most_rows' in paging && paging.most_rows ? `, mostRows: ${paging.most_rows}` : ''
  return [
    '  at: {',
    ...at,
    '  },',
    '  states: [',
    ...Object.entries(statuses).map(([name, state]) => `    ${stateCode(name, state, status)},`),
    '  ],',
    ...(placeOf(status, 'fraction') === undefined ? [] : ['  fraction: true,']),
    `  paging: { by: ${quoted(BY[paging.style] ?? 'nothing')}${most} },`,
    '  codes: {',
    ...codes,
    '  },',
  ]
}

const BY: Readonly<Record<string, string>> = {
  'offset-limit': 'offset',
  'range-header': 'offset',
  'page-number': 'page',
  cursor: 'next',
}

function stateCode(name: string, state: Description['statuses'][string], answer: unknown): string {
  const { means, word, tells } =
    typeof state === 'string' ? { means: state, word: undefined, tells: {} } : state
  const told = { status: word === undefined ? name : word, ...tells }
  const pairs = Object.entries(told).flatMap(([placeholder, value]) => {
    const way = placeOf(answer, placeholder)
    const code = typeof value === 'string' ? quoted(value) : JSON.stringify(value)
    return way === undefined ? [] : [`[${wayCode(way)}, ${code}]`]
  })
  return `{ means: ${quoted(means)}, tells: [${pairs.join(', ')}] }`
}
