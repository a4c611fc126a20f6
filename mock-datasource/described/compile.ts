import * as z from 'zod'
import type { DescribedOperation, Description } from '../../contracts/data-source/description.ts'
import type { DataSourceDefinition, Endpoint, Route } from '../data-source-definition.ts'
import { opaqueQueries } from '../engine/some-rows.ts'
import { brokenOf, ODD, oddBodiesOf, writesOf } from './answers.ts'
import { BODIES } from './bodies/index.ts'
import { clientOf } from './client/client.ts'
import { factsOf } from './facts.ts'
import { failureOf } from './failure.ts'
import { guarded } from './hooks/guarded-hooks.ts'
import type { Hooks } from './hooks/hooks.ts'
import { operationAnswers } from './operations.ts'
import { type Parts, partsOf, refusalFor } from './parts.ts'
import { expressPath } from './paths.ts'
import { readsOf } from './reads.ts'
import { rowsAreTexts, rowsOf } from './rows.ts'
import { idIsInBody, idsIn, operationsAboutOne } from './search-id.ts'
import { answerOf, carrierOf } from './serve.ts'

/** The longest body of a request, in bytes: a query of 100 KiB, three bytes a byte. */
const MOST_BODY_BYTES = 1024 * 1024

/** The data source that a description describes. What it says has to be found free of mistakes before. */
export function compile(description: Description, hooks: Hooks = {}): DataSourceDefinition {
  const guardedHooks = guarded(hooks)
  const parts = partsOf(description, guardedHooks)
  const facts = factsOf(parts)
  const failure = failureOf(parts.errorBody, description.errors, parts.errors)
  return {
    ...facts,
    description,
    ...(Object.keys(hooks).length > 0 && { hasHooks: true as const }),
    trouble: guardedHooks.trouble,
    aliases: [],
    basePath: '',
    broken: brokenOf(parts),
    odd: ODD,
    reads: readsOf(parts),
    client: clientOf(parts),
    writes: writesOf(parts),
    maxBodyBytes: MOST_BODY_BYTES,
    model: {
      open: rowsOf(description.row, rowsAreTexts(parts)),
      compile: opaqueQueries(facts.query),
    },
    routes: routesOf(parts, facts.operations),
    failure,
    unreadable: (status, reason) =>
      failure(refusalFor(parts, 'bad_parameter').code, {
        http: status,
        message: `The request is not valid HTTP: ${reason}`,
      }),
    answer: answerOf(parts, failure),
    oddBodies: oddBodiesOf(parts),
    searchId: searchIdOf(description),
  }
}

function searchIdOf(description: Description): z.ZodType<string> {
  const id = z.string().min(1)
  const inPaths = operationsAboutOne(description).some((operation) => operation.id === undefined)
  if (!inPaths) return id
  return id.refine((text) => text !== '.' && text !== '..', 'cannot be carried in a path')
}

/** A route a path; operations on one path differ in their methods. */
function routesOf(parts: Parts, operations: DataSourceDefinition['operations']): Route[] {
  const answers = operationAnswers(parts)
  const described = parts.description.operations as Readonly<Record<string, DescribedOperation>>
  const byPath = new Map<string, Record<string, Endpoint>>()
  for (const [operation, { method, path }] of Object.entries(operations)) {
    const answer = answers[operation]
    if (answer === undefined) continue
    const methods = byPath.get(path) ?? {}
    methods[method] = { operation, readsBody: mayHaveBody(parts, operation, method), answer }
    byPath.set(path, methods)
  }
  return [...byPath].map(([path, methods]) => ({
    path: expressPath(path),
    ...(path.includes('{id}') && { searchParameter: 'id' }),
    searchIn(request) {
      const operation = described[methods[request.method]?.operation ?? '']
      if (operation?.id === undefined) return undefined
      const [id] = idsIn(operation, carrierOf(request))
      return typeof id === 'string' ? id : undefined
    },
    methods,
  }))
}

/** Some APIs take queries and parameters in the body of a GET. */
function mayHaveBody({ description, paged }: Parts, operation: string, method: string): boolean {
  const { paging, operations } = description
  const idByBody = idIsInBody(
    (operations as Readonly<Record<string, DescribedOperation>>)[operation],
  )
  const pagesByBody = paged.includes(operation) && 'in' in paging && IN_BODIES.includes(paging.in)
  return (
    idByBody || pagesByBody || ['create', 'query'].includes(operation) || !BODILESS.includes(method)
  )
}

const IN_BODIES = Object.keys(BODIES)
const BODILESS = ['GET', 'DELETE']
