import { inspect, parseArgs } from 'node:util'
import { Comparison } from './same-reports/comparison.ts'
import { CONNECTORS, type Connector } from './same-reports/connectors.ts'
import { NotComparable } from './same-reports/not-comparable.ts'
import { Running } from './same-reports/running.ts'
import { makeTrees } from './same-reports/trees.ts'
import { observed } from './same-reports/verified.ts'
import { TIMES } from './same-reports/what-varies.ts'

const HELP = `Usage: node scripts/same-reports.ts [--but PATH]... BASE [connector...]

Shows that a change moves things and changes no report: verifies ${CONNECTORS.length} connectors, three correct and
the others broken, with the code of BASE (a revision, e.g. main or HEAD) and with that of the working
tree, and compares what both write as JSON, what they print and how they end. Each time, a connector is
the one of the same code. Takes some minutes; with connectors named, those alone are compared.

  --but PATH   what is there may differ, e.g. version or runs.violations.cause; repeatable. A path as it
               is printed, [numbers] left out where every member of a list is meant. It covers whatever
               is under it. What is printed is stdout, the exit code exitCode.
  --help

What differs between two runs of the same code is left out: folders, the time in the last line that is
printed, and
${TIMES.map((path) => `  ${path}`).join('\n')}
So is the version in runs.tool. A connector that differs is verified once more, and only what differs then
counts: a busy machine makes a connector miss a timeout, once.

Exit code: 0 all are equal; 1 not; 2 wrong use, or not everything could be compared.`

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`error: ${isForTheUser(error) ? error.message : inspect(error)}\n`)
  // Not 1, which says that something differs.
  process.exitCode = 2
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      but: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return 0
  }
  const [base, ...names] = positionals
  if (base === undefined) {
    throw new NotComparable('name the revision to compare with (--help shows more)')
  }
  return compare(base, named(names), values.but)
}

function named(names: readonly string[]): readonly Connector[] {
  const known = CONNECTORS.map(({ name }) => name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new NotComparable(`${unknown} is none of the connectors: ${known.join(', ')}`)
  }
  return names.length === 0 ? CONNECTORS : CONNECTORS.filter(({ name }) => names.includes(name))
}

async function compare(
  base: string,
  connectors: readonly Connector[],
  but: readonly string[],
): Promise<number> {
  const running = new Running()
  const trees = makeTrees(base)
  try {
    const comparison = new Comparison(but)
    for (const connector of connectors) {
      const compared = async () => {
        // Two at once, for two cores, and both under the same load.
        const [before, after] = await Promise.all(
          [trees.base, trees.here].map((tree) => observed(connector, tree, running)),
        )
        return comparison.of(before, after)
      }
      const first = await compared()
      // A machine that is too busy makes a connector miss a timeout, once; what a change has changed stays so.
      const last = first.counting.length === 0 ? first : await compared()
      process.stdout.write(comparison.told(connector.name, last))
    }
    process.stdout.write(comparison.summary())
    return comparison.isEqual ? 0 : 1
  } finally {
    await running.end()
    trees.remove()
  }
}

/** What parseArgs says of wrong use is for the user too. */
function isForTheUser(error: unknown): error is Error {
  if (error instanceof NotComparable) return true
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  )
}
