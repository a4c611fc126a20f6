/**
 * What a worker of vitest needs of this project, to be loaded before vitest is: see `run-suites.ts`. The connector comes
 * first, where that is a module, so that its process loads while this one does; which it is, stands in this file's query.
 */
import { beginDriver, earlyIn } from './worker-driver.ts'

const early = earlyIn(import.meta.url)
if (early !== undefined) beginDriver(early)
await Promise.all([
  import('../checks/index.ts'),
  import('../data-source/load-data-source.ts'),
  import('../engine/run-check.ts'),
  import('../pacts/record/footprint.ts'),
])
