import { randomUUID } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { RESPONSE_CHANNEL } from '../../../mock-datasource/http/published-response.ts'
import type { PublishedResponse } from '../../../mock-datasource/index.ts'
import { checkWith } from './check-with.ts'
import { keptResponses } from './kept-responses.ts'
import { watchProcesses } from './watched-processes.ts'

/**
 * Holds every response that a mock gives in a test file, or in a process that it starts, against the
 * OpenAPI document, and fails the file where one does not conform. Responses that a fault struck are left
 * out: to break the promise is what a fault is for.
 */
const described = join(inject('responses'), 'described.json')
const ofProcesses = join(inject('responses'), randomUUID())
/** In milliseconds: some processes have answered ten thousand requests. */
const PATIENCE = 120_000
const problems: string[] = []

function checkResponse(response: unknown): void {
  const problem = checkWith(described)(response as PublishedResponse)
  if (problem !== undefined) problems.push(problem)
}

watchProcesses(ofProcesses)
subscribe(RESPONSE_CHANNEL, checkResponse)

afterAll(async () => {
  unsubscribe(RESPONSE_CHANNEL, checkResponse)
  for await (const response of keptResponses(ofProcesses)) checkResponse(response)
  rmSync(ofProcesses, { force: true })
  if (problems.length === 0) return
  const first = problems.slice(0, 5).join('\n')
  throw new Error(
    `${problems.length} of the mock's responses are not as its document says:\n${first}`,
  )
}, PATIENCE)
