import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { asPublished } from '../as-published.ts'
import { aimed, type Figure, milliseconds, seconds } from '../figure.ts'
import { median } from '../median.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CLAUSE = { atMost: 3 }
const FIXTURE = { atMost: 10 }
const TESTS = 60

/** The reference, called in pytest's own process, and tests that use the fixture as one does. */
const MODULE = `
import sys
import pytest
sys.path[:0] = [r"${ROOT}connectors/abc-security-monitor-python", r"${ROOT}test/python/stix_shifter_stand_in"]
from abc_security_monitor.entry_point import EntryPoint
from connector_contract import contract

test_contract = contract(connector=EntryPoint, profile="quick")

@pytest.mark.parametrize("n", range(${TESTS}))
def test_fixture(mock_data_source, n):
    mock_data_source.completed_search(rows=3)
    mock_data_source.fault("http-status", status=503, operation="results")
    assert mock_data_source.connection
`

/** What each test takes, from its setup to its end. */
const CONFTEST = `
import json
taken = {}
def pytest_runtest_logreport(report):
    taken[report.nodeid] = taken.get(report.nodeid, 0) + report.duration * 1000
def pytest_unconfigure(config):
    with open("taken.json", "w") as file:
        json.dump(list(taken.values()), file)
`

/** How long people wait for the plugin of pytest. Throws where this Python has no pytest. */
export function pytestTime(times: number, python: string): Promise<Figure[]> {
  return asPublished((program) => figures(times, python, program))
}

async function figures(times: number, python: string, program: string): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-pytest-'))
  try {
    writeFileSync(join(folder, 'test_it.py'), MODULE)
    writeFileSync(join(folder, 'conftest.py'), CONFTEST)
    const run = (node: string, ...words: readonly string[]) =>
      timed(python, folder, { node, program }, words)
    // Where Node.js were needed for it, this would fail.
    const collecting = await run('/there/is/no/node', '--collect-only', '-k', 'test_contract')
    const clause: number[] = []
    for (let n = 0; n < times; n += 1) clause.push(await run(process.execPath, '--clause', 'ERR-1'))
    await run(process.execPath, '-k', 'test_fixture')
    const [first = 0, ...later] = JSON.parse(readFileSync(join(folder, 'taken.json'), 'utf8'))
    return [
      aimed('to collect the clauses, without Node.js', collecting, undefined, seconds),
      aimed('--clause ERR-1 of the reference in this process', median(clause), CLAUSE, seconds),
      aimed('the first test with the fixture', first, undefined, milliseconds),
      aimed('a further test with the fixture', median(later), FIXTURE, milliseconds),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Gives seconds. */
async function timed(
  python: string,
  cwd: string,
  { node, program }: { readonly node: string; readonly program: string },
  words: readonly string[],
): Promise<number> {
  const own = ['-m', 'pytest', '-q', '-p', 'connector_contract.plugin', '-p', 'no:cacheprovider']
  const env = {
    ...process.env,
    PYTHONPATH: join(ROOT, 'harness/pytest'),
    PYTHONPYCACHEPREFIX: join(cwd, 'compiled'),
    // What else is installed there is none of it, and took a second of one machine.
    PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1',
    CONNECTOR_CONTRACT_NODE: node,
    CONNECTOR_CONTRACT_BIN: program,
  }
  const began = performance.now()
  await promisify(execFile)(python, [...own, ...words], { cwd, env })
  return (performance.now() - began) / 1_000
}
