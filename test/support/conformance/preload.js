// Preloaded into every process that a test starts, and JavaScript, since stripping types would cost each of
// them 40 ms. What checks is loaded by those alone whose mock answers something.
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { TEST_RESPONSES_DESCRIBED: described, TEST_RESPONSES_PROBLEMS: problems } = process.env
let check

if (described && problems) {
  subscribe('connector-contract:response', (response) => {
    check ??= createRequire(import.meta.url)('./check-with.ts').checkWith(described)
    const problem = check(response)
    if (problem !== undefined) appendFileSync(problems, `${problem}\n`)
  })
}
