import type { ModuleMembers } from './module-members.ts'

/** The places that a draft leaves open, in their order, each with lines to begin from. */
export const PLACES: readonly { readonly place: string; readonly lines: readonly string[] }[] = [
  {
    place: 'mode',
    lines: [
      'asynchronous: searches run on their own; synchronous: a query is answered at once.',
      'mode: asynchronous',
    ],
  },
  {
    place: 'authentication',
    lines: [
      'How a request shows the credentials: header, basic, log-in, …',
      "authentication: { scheme: header, header: Authorization, value: 'Bearer {{token}}' }",
    ],
  },
  {
    place: 'row',
    lines: [
      'The fields of a row, and the one that tells rows apart.',
      'row: { key: id, fields: [id, name] }',
    ],
  },
  {
    place: 'query',
    lines: [
      'What carries a query, and queries for all rows, for some, with a text in them, and one that is refused.',
      'query:',
      '  in: query',
      '  at: q',
      '  all: all',
      '  some: level > {{n}}',
      `  with: name = "{{text}}"`,
      '  escape: backslash',
      '  refused: all and',
    ],
  },
  {
    place: 'operations',
    lines: [
      'What can be asked, and what is answered; for a synchronous one ping and query.',
      'operations:',
      '  ping: { method: GET, path: /ping, answer: { up: true } }',
      "  create: { method: POST, path: /searches, http: 201, answer: { id: '{{id}}' } }",
      '  status:',
      '    method: GET',
      "    path: '/searches/{id}'",
      "    answer: { status: '{{status}}', progress: '{{progress}}' }",
      "  results: { method: GET, path: '/searches/{id}/rows', answer: { rows: '{{rows}}' } }",
      "  delete: { method: DELETE, path: '/searches/{id}', http: 204 }",
      'statuses: { RUNNING: RUNNING, DONE: COMPLETED, FAILED: ERROR }',
    ],
  },
  {
    place: 'paging',
    lines: [
      'How results come in pages: offset-limit, cursor, page-number, …',
      'paging: { style: offset-limit, offset: offset, limit: limit }',
    ],
  },
  {
    place: 'errors',
    lines: [
      'What an error looks like, the codes with what each means, and which code stands for which situation.',
      'errors:',
      "  body: { code: '{{code}}', message: '{{message}}' }",
      '  table:',
      '    UNKNOWN_CALLER: { http: 401, message: Who is this?, means: [authentication_fail] }',
      '  roles: { unauthenticated: UNKNOWN_CALLER }',
      '  unlisted: { codes: [SOMETHING_NEW] }',
    ],
  },
]

/** A description of which all is there that a module's configuration tells, and the rest as comments to fill in. */
export function draftText(name: string, members: ModuleMembers): string {
  const { title, from, takes, more, auth, optional } = members
  const text = (value: unknown) => JSON.stringify(value)
  return [
    `# What ${oneLine(title)} is to whoever calls it. Drafted from ${oneLine(from)}; docs/data-sources.md has every part.`,
    'version: 1',
    `name: ${name}`,
    `title: ${text(title)}`,
    '# docs: where the API is published',
    '',
    '# What the connector is given.',
    'connection:',
    `  takes: ${text(takes)}`,
    ...(takes.includes('port') || !takes.includes('host') ? [] : ['  port_in_host: true']),
    ...(takes.includes('selfSignedCert') ? [] : ['  ca_by_env: SSL_CERT_FILE']),
    ...(Object.keys(more).length === 0 ? [] : [`  more: ${text(more)}`]),
    'credentials:',
    `  auth: ${text(auth)}`,
    ...(optional.length === 0 ? [] : [`  # left out: ${optional.map(oneLine).join(', ')}`]),
    ...PLACES.flatMap(({ lines: [what = '', ...lines] }) => [
      '',
      `# FILL IN. ${what}`,
      ...lines.map((line) => `# ${line}`),
    ]),
    '',
  ].join('\n')
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ')
}
