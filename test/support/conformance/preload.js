// Preloaded into every process that a test starts, and JavaScript, since stripping types would cost each of
// them 40 ms. Whoever has started the test checks what it keeps: to load what checks would cost as much again as the
// process does.
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'

const { TEST_RESPONSES: path } = process.env

if (path) {
  subscribe('connector-contract:response', ({ body, ...head }) => {
    if (head.fault !== undefined) return
    const response = { ...head, body: Buffer.concat(body).toString('base64') }
    try {
      appendFileSync(path, `${JSON.stringify(response)}\n`)
    } catch {
      // A test may have filled its disk.
    }
  })
}
