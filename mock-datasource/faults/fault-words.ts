import type { FAULT_NAMES } from '../../contracts/fault-names.ts'

type Name = (typeof FAULT_NAMES)[number]

/** What each kind of fault does, in a sentence. */
export const FAULT_SENTENCES: Readonly<Record<Name, string>> = {
  'api-error': 'Answers with an error as the API reports it.',
  'http-status': 'Answers with a bare status, as a proxy in front of the data source does.',
  latency: 'Gives the right answer, late.',
  hang: 'Never answers, and keeps the connection open.',
  drip: 'Sends the right answer byte by byte.',
  reset: 'Resets the connection instead of an answer.',
  'close-mid-body': 'Cuts the right answer short and closes the connection.',
  'malformed-json': 'Answers with a body that is no JSON.',
  'empty-body': 'Answers with no body at all.',
  'html-page': 'Answers with the page of a login or a gateway.',
  'wrong-content-type': 'Gives the right answer under another media type.',
  'not-utf8': 'Answers with a body that is not in UTF-8.',
  oversized: 'Answers with a body far larger than any client expects.',
  'schema-drift': 'Gives the right answer with one field changed, added or removed.',
  'rate-limit': 'Refuses as the data source does when it is asked too often, with Retry-After.',
  'page-anomaly': 'Makes a page of results wrong, or odd though legal.',
  redirect: 'Redirects the client elsewhere.',
  'session-expired': 'Makes the session key worthless that the request shows.',
  'answer-form': 'Gives the right answer in another of the forms of HTTP/1.1.',
  'silent-connection': 'Accepts a connection and never says anything over it.',
  'raw-json': 'Gives the right answer with other characters where one value stood.',
  'other-certificate': 'Shows another certificate than clients have been given.',
}

/** What numbers of a fault's fields are numbers of, where its name does not say. */
export const FIELD_UNITS: Readonly<Record<string, string>> = {
  milliseconds: 'ms',
  bytes: 'bytes',
  rows: 'rows',
  by: 'rows',
  retryAfter: 'seconds, or a date',
  times: 'strikes',
  after: 'requests pass first',
  nth: 'success',
  page: 'page, from 1',
  requests: 'requests',
  probability: '0 to 1',
  status: 'HTTP status',
  http: 'HTTP status',
}
