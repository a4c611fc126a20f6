import type { RawAnswer, Writes } from '../../../contracts/data-source/reads.ts'
import { JSON_TYPE } from '../../http/reply.ts'

/** Answers in the API's own form that nobody can take for right. */
export const ABC_BROKEN: Readonly<Record<string, RawAnswer>> = {
  'cut off': { status: 200, body: '{"code":200,"succ' },
  'no code': { status: 200, body: '{"message":"it works"}' },
  'an error without a code': { status: 500, body: '{"message":"oh"}' },
}

/** Answers that no client of the API expects. */
export const ABC_ODD: readonly RawAnswer[] = [
  { status: 200, body: '' },
  { status: 200, body: 'null' },
  { status: 200, body: '[]' },
  { status: 200, body: '{}' },
  { status: 200, body: '{"code":200}' },
  { status: 200, body: '{"code":"200","success":"yes"}' },
  { status: 200, body: '<html><body>It works!</body></html>' },
  { status: 200, body: '{"code":200,"data":null,"status":null,"query_id":null}' },
  { status: 404, body: '{"code":null,"message":null}' },
  { status: 404, body: '{"message":"gone"}' },
  { status: 500, body: '' },
  { status: 500, body: '<html><body>Internal Server Error</body></html>' },
  { status: 502, body: '' },
]

/** Status answers with any word in them. */
export const ABC_WRITES: Writes = {
  progress: 'percent',
  status: ({ id, word, progress }) => ({
    status: 200,
    body: JSON.stringify({ code: 200, query_id: id, status: word, progress, record_count: 0 }),
    headers: { 'Content-Type': JSON_TYPE },
  }),
}
