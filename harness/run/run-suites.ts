import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Family } from '../../contracts/clause.ts'
import { CHECKS, FAMILY_FOLDERS, familyOf } from '../checks/index.ts'
import { CACHING, GROWS_SLOWLY, ROOM_FOR_THE_YOUNG } from '../drivers/process/node-flags.ts'
import type { Plan } from '../engine/plan.ts'
import type { ResultCollector } from '../report/from-vitest.ts'
import { mostAtOnce } from './at-once.ts'
import { loadVitest } from './load-vitest.ts'
import type { Side } from './side.ts'
import { Stopper } from './stopper.ts'
import { TokenFolder } from './token-folder.ts'
import { withEarly } from './worker-driver.ts'
import { WorkerProcesses } from './worker-processes.ts'

const SUITES = fileURLToPath(new URL('./suites/', import.meta.url))
/** Where a check's own limits fail: no check may hold a run for longer, in milliseconds. */
const CHECK_LIMIT = 15 * 60_000
/** Ctrl-C in a terminal reaches all processes; whether workers end is for this one to say. */
const DEAF_TO_CTRL_C = '--import=data:text/javascript,process.on("SIGINT",()=>{})'
/** Before vitest has itself told of each module that is loaded: it would listen to some hundred of no interest to it. */
const LOADED_FIRST = new URL(
  `./worker-modules${extname(fileURLToPath(import.meta.url))}`,
  import.meta.url,
).href

function familiesOf({ checks }: Plan): readonly Family[] {
  const planned = CHECKS.filter(({ name }) => checks.includes(name))
  return [...new Set(planned.map(({ clause }) => familyOf(clause)))]
}

/** Runs the planned checks in workers, until all are through or `stop` is given. */
export async function runSuites(
  plan: Plan,
  { jobs, stop = new AbortController().signal, isAlone = false }: Side,
  collector: ResultCollector,
): Promise<void> {
  if (stop.aborted) return
  const { startVitest, LongestFirst } = await loadVitest()
  // vitest sets it on a failing test; what a run means is decided by the report alone.
  const exitCode = process.exitCode
  const workers = new WorkerProcesses()
  const atOnce = mostAtOnce(plan, isAlone)
  const stopper = new Stopper(stop, workers)
  const token = new TokenFolder()
  const killWorkers = () => workers.kill()
  process.once('exit', killWorkers)
  workers.watch()
  try {
    const vitest = await startVitest('test', [], {
      root: SUITES,
      config: false,
      watch: false,
      // Those without a check would have workers of their own start for nothing.
      include: familiesOf(plan).map((family) => `${FAMILY_FOLDERS[family]}.suite.{ts,js}`),
      // By default vitest passes over node_modules, where the published package lives.
      exclude: [],
      // Its results would lie beside the suites, in a folder that may be another user's, and would order runs.
      cache: false,
      reporters: [collector, stopper, token],
      provide: { plan, atOnce },
      pool: 'forks',
      execArgv: [
        ...[GROWS_SLOWLY, ROOM_FOR_THE_YOUNG, '--expose-gc'],
        ...[DEAF_TO_CTRL_C, CACHING, `--import=${withEarly(LOADED_FIRST, plan)}`],
      ],
      maxWorkers: jobs,
      isolate: false,
      sequence: { sequencer: LongestFirst },
      // Checks that wait for a timeout must not hold up those that do not.
      maxConcurrency: atOnce,
      testTimeout: CHECK_LIMIT,
      // A driver has limits of its own, and by default a busy machine would have ten seconds to open it.
      hookTimeout: CHECK_LIMIT,
      // Else what a connector prints would be taken away from the driver that listens for it.
      disableConsoleIntercept: true,
      experimental: { viteModuleRunner: false, nodeLoader: false },
    })
    await vitest.close()
  } finally {
    stopper.close()
    token.close()
    workers.close()
    process.off('exit', killWorkers)
    process.exitCode = exitCode
  }
}
