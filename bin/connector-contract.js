#!/usr/bin/env node
// Plain JavaScript without imports of ours, so that a Node.js that is too old gets a sentence and not a
// syntax error.
import { existsSync } from 'node:fs'
import module from 'node:module'

const OLDEST = [22, 19]
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `error: connector-contract needs Node.js ${OLDEST.join('.')} or later, and this is ${process.versions.node}.\n`,
  )
  process.exitCode = 2
} else {
  // Half of a short command's time goes into compiling what it loads; where no cache can be kept, nothing is.
  module.enableCompileCache()
  // A checkout runs its source, so that what is built there can never be out of date.
  const source = new URL('../harness/cli/main.ts', import.meta.url)
  const built = new URL('../dist/harness/cli/main.js', import.meta.url)
  await import((existsSync(source) ? source : built).href)
}
