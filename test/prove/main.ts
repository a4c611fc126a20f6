import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { proveHostile } from './prove-hostile.ts'
import { proveLoad } from './prove-load.ts'
import { proveOdd } from './prove-odd.ts'
import { proveRuns } from './prove-runs.ts'
import { proveSurvival } from './prove-survival.ts'
import { proveWitnesses } from './prove-witnesses.ts'
import { proveWrapped } from './prove-wrapped.ts'
import { printTable } from './table.ts'
import { proveWarm } from './warm/prove-warm.ts'
import { warmTable } from './warm/warm-table.ts'

/**
 * Proves that the harness bites and that it does not bite the wrong ones: every broken connector is caught by its own
 * check, every check has a broken connector that it alone catches, every defect that is of no one data source is caught
 * in a correct connector of each, no correct connector is accused, however odd, none gets by that harms its process, and
 * each in Python comes to the same whether its calls are forked or new processes.
 * Exit 1 where any of this does not hold.
 *
 * `--all` tries every broken connector with five seeds and every correct one with fifty. Without it, the modules with
 * one seed each, and of the witnesses those that are on record. `--after-tests` takes from `npm test`, which has run,
 * that every broken connector is caught (the same checks with the same seed); it puts the correct ones to fewer cases,
 * since they have met others there, as well as those that one check alone is to catch, and the wrapped defects to a
 * third of the correct ones. `--load` proves something else, and nothing of this: that no correct connector is accused
 * on a busy machine, which takes the machine for itself; `--load 10` does it ten times. `--warm` proves that of forked
 * calls alone, and prints a table of it.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    load: { type: 'boolean', default: false },
    warm: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    'after-tests': { type: 'boolean', default: false },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
})
const scope = {
  all: values.all,
  afterTests: values['after-tests'],
  width: Number(values.jobs),
  progress,
}

if (values.load) {
  const { problems } = told('load', await proveLoad(scope, Number(positionals[0] ?? 1)))
  process.exit(problems.length === 0 ? 0 : 1)
}

if (values.warm) {
  const warm = told('warm', await proveWarm(scope))
  process.stdout.write(warmTable(warm))
  process.exit(warm.problems.length === 0 ? 0 : 1)
}

const survival = told('broken', await proveSurvival(scope))
const witnesses = told('witnesses', await proveWitnesses(scope))
const wrapped = told('wrapped', await proveWrapped(scope))
const odd = told('correct', await proveOdd(scope))
const hostile = told('hostile', await proveHostile(scope))
const runs = told('runs', await proveRuns(scope))

const warm = told('warm', await proveWarm(scope))

const problems = [survival, witnesses, wrapped, odd, hostile, runs, warm].flatMap(
  (part) => part.problems,
)
process.stdout.write(printTable(survival, witnesses, wrapped, odd))
for (const problem of problems) process.stdout.write(`✗ ${problem}\n`)
process.stdout.write(
  problems.length === 0
    ? 'Everything that is to be proved holds.\n'
    : `${problems.length} problems.\n`,
)
process.exitCode = problems.length === 0 ? 0 : 1

/** Says what a part of some minutes, or with `--all` of many, has come to. */
function told<Part extends { readonly problems: readonly string[] }>(
  name: string,
  part: Part,
): Part {
  process.stderr.write(`${name}: ${part.problems.length} problems\n`)
  for (const problem of part.problems) process.stderr.write(`  ✗ ${problem}\n`)
  return part
}

/** Shows on a terminal how far a part has come; in CI nothing is shown. */
function progress(part: string, done: number, of: number): void {
  if (!process.stderr.isTTY || process.env['CI'] !== undefined) return
  process.stderr.write(`\r\u001b[K${done < of ? `${part}: ${done}/${of}` : ''}`)
}
