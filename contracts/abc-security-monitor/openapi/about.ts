import { ABC_NAME, ABC_VERSION } from '../api.ts'

const DESCRIPTION = `Searches the events that ABC Security Monitor has recorded.

**Life of a search.** \`POST /searches\` makes one and gives its id at once. \`GET /searches/{query_id}\`
tells how far it is: \`WAIT\`, then \`EXECUTE\`, \`SORTING\` and \`COMPLETED\`, or \`CANCELED\` or \`ERROR\` at any
point. The progress never goes down, and one of the last three statuses stays. Results are there once it
is \`COMPLETED\`. A search lives until \`DELETE /searches/{query_id}\`. \`POST /events/query\` does without: it
answers with the rows themselves.

**Ids** are opaque, of any characters, and must be percent-encoded in a path: \`a/b\` is \`a%2Fb\` there.
No search is called \`.\` or \`..\`.

**Pages.** \`offset\` and \`limit\` choose the rows; a page may hold fewer than \`limit\`, since the server has
a cap of its own. While \`next_page_token\` is a string, rows remain, and as \`page_token\` it gives the next
page. A token belongs to its search and may hold \`+\`, \`/\` and \`=\`, so encode it. \`offset\` and \`page_token\`
exclude each other.

**Errors** are \`{"code", "message"}\`; tell them apart by \`code\`. Success has the code 200, whatever the
HTTP status. Beside what each operation lists, a request that reaches none gets what
\`x-responses-without-operation\` lists.

**Table \`errors\`.** A query \`SELECT * FROM errors WHERE code = 1010\` fails with that code, so that each
error can be seen on purpose; with \`AND on = 'status'\` (or \`'results'\`, \`'delete'\`) the search is made, and
that operation on it fails. A code that the API does not have comes with HTTP 500.`

/** Who and what the document is about. */
export const ABOUT = {
  title: `${ABC_NAME} API`,
  version: ABC_VERSION,
  description: DESCRIPTION,
  license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
} as const

/** One of the two with every request. */
export const SECURITY_SCHEMES = {
  basic: { type: 'http', scheme: 'basic', description: 'Username and password, in UTF-8.' },
  token: { type: 'apiKey', in: 'header', name: 'X-Auth-Token' },
} as const
