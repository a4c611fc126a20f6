import * as z from 'zod'
import { ABC_BASE_PATH, ABC_BODY_MAX_BYTES } from '../../../contracts/abc-security-monitor/api.ts'
import type { Route } from '../../data-source-definition.ts'
import { defineDataSource } from '../../define-data-source.ts'
import { answer } from './answer.ts'
import { ABC_BROKEN, ABC_ODD, ABC_WRITES } from './answers.ts'
import { apiDescription } from './api-description.ts'
import { ABC_CLIENT } from './client.ts'
import { ABC_CREDENTIALS } from './credentials.ts'
import { ABC_ERRORS } from './error-facts.ts'
import { ABC_FACTS } from './facts.ts'
import { failure, unreadable } from './failure.ts'
import { abcModel } from './model.ts'
import { ABC_ODD_BODIES } from './odd-bodies.ts'
import { readOlder } from './older-snapshot.ts'
import { create } from './operations/create.ts'
import { deleteSearch } from './operations/delete.ts'
import { ping } from './operations/ping.ts'
import { results } from './operations/results.ts'
import { status } from './operations/status.ts'
import { synchronousQuery } from './operations/synchronous-query.ts'
import { ABC_QUERIES } from './queries.ts'
import { ABC_READS } from './reads.ts'
import { ABC_REFERENCE, ABC_SHOWN } from './shown.ts'

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
export const abcSecurityMonitor = defineDataSource({
  ...ABC_FACTS,
  aliases: ['abc'],
  readOlder,
  basePath: ABC_BASE_PATH,
  credentials: ABC_CREDENTIALS,
  errors: ABC_ERRORS,
  query: ABC_QUERIES,
  broken: ABC_BROKEN,
  odd: ABC_ODD,
  reads: ABC_READS,
  writes: ABC_WRITES,
  maxBodyBytes: ABC_BODY_MAX_BYTES,
  model: abcModel,
  routes: ROUTES,
  shows: ABC_SHOWN,
  client: ABC_CLIENT,
  provoking: (code) => `SELECT * FROM errors WHERE code = ${code}`,
  reference: ABC_REFERENCE,
  failure,
  unreadable,
  answer,
  oddBodies: ABC_ODD_BODIES,
  searchId: z
    .string()
    .min(1)
    .refine((id) => id !== '.' && id !== '..', 'cannot be carried in a path'),
})
