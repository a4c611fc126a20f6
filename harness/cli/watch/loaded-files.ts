/**
 * A program: loads a connector module, and prints the URL of each file that is loaded with it, a line each. Run in a
 * process of its own, so that it sees what is there now.
 */
import { registerHooks } from 'node:module'
import { loadConnectorModule } from '../../drivers/load-connector-module.ts'

const [, , path = ''] = process.argv

registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:') && !url.includes('/node_modules/')) process.stdout.write(`${url}\n`)
    return nextLoad(url, context)
  },
})

try {
  await loadConnectorModule(path)
} catch {
  // What is wrong with it, verify says. What has been loaded is known all the same.
} finally {
  // A module that leaves a timer or a server behind must not hold this up.
  process.exit()
}
