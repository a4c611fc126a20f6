/** What a worker of vitest needs of this project, to be loaded before vitest is: see `run-suites.ts`. */
import '../checks/index.ts'
import '../data-source/load-data-source.ts'
import '../engine/run-check.ts'
import '../pacts/record/footprint.ts'
import './worker-driver.ts'
