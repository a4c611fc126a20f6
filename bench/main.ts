import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { busyWords, othersShare } from './busy.ts'
import type { Figure } from './figure.ts'
import { printTable } from './print-table.ts'
import { callsPerSecond } from './sections/calls-per-second.ts'
import { describedCost } from './sections/described.ts'
import { driverCost } from './sections/driver-cost.ts'
import { pageCost, statusCost } from './sections/independence.ts'
import { longQueries } from './sections/long-queries.ts'
import { maskingCost } from './sections/masking.ts'
import { memory } from './sections/memory.ts'
import { memoryLevel } from './sections/memory-level.ts'
import { mockPageCost } from './sections/mock-page.ts'
import { pytestTime } from './sections/pytest.ts'
import { recordingCost } from './sections/recordings.ts'
import { soak } from './sections/soak.ts'
import { throughput } from './sections/throughput.ts'
import { verifyTime } from './sections/verify-time.ts'
import { warmCalls } from './sections/warm-calls.ts'
import { steady } from './steady.ts'

const HELP = `Usage: npm run bench -- [options] [section...]

Measures the mock data source against a bare node:http server, and how long verify takes. Exit code 1
if a target is missed.

  --quick          fewer and shorter rounds: figures to within a fifth or so
  --minutes <n>    how long section soak goes on (30)
  --profile <dir>  leave a CPU profile of the mock under load there (section throughput)
  --stix-shifter <checkout> --module <name> --python <program>
                   measure a module there in the place of our stand-in (section calls)

Section soak prints what is held in memory and open, round after round. It and level, which takes as long as many others
together, run where they are named alone.
Sections (default: all others): `

const FULL = {
  load: { rounds: 15, seconds: 0.8 },
  verifyRuns: 3,
  calls: { module: 500, command: 40 },
  rounds: 40,
}
const QUICK: typeof FULL = {
  load: { rounds: 5, seconds: 0.6 },
  verifyRuns: 1,
  calls: { module: 100, command: 10 },
  rounds: 10,
}

const { values: options, positionals } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    profile: { type: 'string' },
    minutes: { type: 'string', default: '30' },
    'stix-shifter': { type: 'string' },
    module: { type: 'string', default: 'async_template' },
    python: { type: 'string', default: 'python3' },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const minutes = Number(options.minutes)
const size = options.quick ? QUICK : FULL

const SECTIONS: Readonly<Record<string, { title: string; run: () => Promise<Figure[]> }>> = {
  throughput: {
    title: 'Throughput over HTTP, journal and authentication on',
    run: () => throughput(size.load, options.profile),
  },
  status: { title: 'Processor time of a status call', run: () => statusCost(size.load) },
  page: { title: 'Processor time of a results page of 100 rows', run: () => pageCost(size.load) },
  described: {
    title: 'Processor time of a data source that a file describes',
    run: () => describedCost(size.load),
  },
  queries: {
    title: 'Processor time of a long query',
    run: () => longQueries(options.quick ? 5 : 15),
  },
  memory: { title: 'Memory of the mock', run: memory },
  level: {
    title: 'Memory of verify, whatever it tries',
    run: memoryLevel,
  },
  recordings: { title: 'Recordings of a real service', run: recordingCost },
  ui: { title: 'The page of a busy mock', run: mockPageCost },
  verify: { title: 'verify', run: () => verifyTime(size.verifyRuns) },
  drivers: { title: 'Drivers', run: () => driverCost(size.calls) },
  calls: { title: 'Calls a second', run: () => callsPerSecond(size.rounds, checkout()) },
  pytest: {
    title: 'The plugin of pytest',
    run: () => pytestTime(size.verifyRuns, options.python),
  },
  warm: { title: 'Python commands, forked and new', run: () => warmCalls(size.rounds) },
  masking: {
    title: 'Masking of secrets',
    run: async () => maskingCost(options.quick ? 5 : 15),
  },
  soak: { title: 'What is held, round after round', run: () => soak(minutes) },
}

process.exitCode = await main()

async function main(): Promise<number> {
  const names = Object.keys(SECTIONS)
  const unknown = positionals.find((name) => !names.includes(name))
  if (options.help || unknown !== undefined) {
    if (unknown !== undefined) console.error(`There is no section "${unknown}".\n`)
    console.log(HELP + names.join(', '))
    return unknown === undefined ? 0 : 2
  }
  if (!(minutes > 0)) {
    console.error(`--minutes ${options.minutes} is no number of minutes.`)
    return 2
  }
  const busy = busyWords(await othersShare())
  console.log(`Node.js ${process.version}, ${availableParallelism()} cores; ${busy}`)
  const began = performance.now()
  const figures: Figure[] = []
  const usual = names.filter((name) => name !== 'soak' && name !== 'level')
  for (const name of positionals.length > 0 ? positionals : usual) {
    const { title, run } = SECTIONS[name] as (typeof SECTIONS)[string]
    const { figures: measured, again } = await steady(run)
    printTable(again === 0 ? title : `${title} (measured again: it varied)`, measured)
    figures.push(...measured)
  }
  const missed = figures.filter(({ met }) => met === false).length
  const aimed = figures.filter(({ met }) => met !== undefined).length
  console.log(`\n${aimed - missed} of ${aimed} targets met`)
  const seconds = (performance.now() - began) / 1_000
  console.log(`${seconds.toFixed(0)} s; at the end ${busyWords(await othersShare())}`)
  return missed === 0 ? 0 : 1
}

/** The module that the user names; undefined: our own. */
function checkout() {
  const { 'stix-shifter': folder, module, python } = options
  return folder === undefined ? undefined : { folder, module, python }
}
