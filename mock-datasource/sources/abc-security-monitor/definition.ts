import {
  ABC_BASE_PATH,
  ABC_BODY_MAX_BYTES,
  ABC_NAME,
  ABC_OPERATIONS,
} from '../../../contracts/abc-security-monitor/api.ts'
import type { DataSourceDefinition, Route } from '../../data-source-definition.ts'
import { answer } from './answer.ts'
import { apiDescription } from './api-description.ts'
import { failure } from './failure.ts'
import { abcModel } from './model.ts'
import { create } from './operations/create.ts'
import { deleteSearch } from './operations/delete.ts'
import { ping } from './operations/ping.ts'
import { results } from './operations/results.ts'
import { status } from './operations/status.ts'
import { synchronousQuery } from './operations/synchronous-query.ts'

const SEARCH = `${ABC_BASE_PATH}/searches/:query_id`

const ROUTES: readonly Route[] = [
  { path: `${ABC_BASE_PATH}/ping`, methods: { GET: ping } },
  {
    path: `${SEARCH}/results`,
    searchParameter: 'query_id',
    methods: { GET: results },
  },
  {
    path: SEARCH,
    searchParameter: 'query_id',
    methods: { GET: status, DELETE: deleteSearch },
  },
  { path: `${ABC_BASE_PATH}/searches`, methods: { POST: create } },
  { path: `${ABC_BASE_PATH}/events/query`, methods: { POST: synchronousQuery } },
  { path: '/openapi.json', aboutTheApi: true, methods: { GET: apiDescription } },
]

/** ABC Security Monitor, as its API's description says. */
export const abcSecurityMonitor: DataSourceDefinition = {
  name: ABC_NAME,
  operations: ABC_OPERATIONS,
  states: [
    { word: 'WAIT', means: 'RUNNING' },
    { word: 'EXECUTE', means: 'RUNNING' },
    { word: 'SORTING', means: 'RUNNING' },
    { word: 'COMPLETED', means: 'COMPLETED' },
    { word: 'CANCELED', means: 'CANCELED' },
    { word: 'ERROR', means: 'ERROR' },
  ],
  paged: ['results', 'query'],
  maxBodyBytes: ABC_BODY_MAX_BYTES,
  model: abcModel,
  routes: ROUTES,
  failure,
  answer,
}
