import { readFileSync } from 'node:fs'
import { CLAUSES } from '../../contracts/clauses.ts'

/** What the pytest plugin has to know without starting Node: its npm package, and the clauses that it collects. */
export function pytestFacts(): unknown {
  const { version, engines } = JSON.parse(readFileSync('package.json', 'utf8'))
  const clauses = CLAUSES.map(({ id, level, title }) => ({ id, level, title }))
  return { version, node: engines.node, clauses }
}

/** How values are written for the harness is one and the same, whoever holds the connector. */
export function pytestValues(): string {
  const own = readFileSync('harness/drivers/stix-shifter/contract_values.py', 'utf8')
  return `# mypy: ignore-errors\n# Written by node scripts/write-schemas.ts, from harness/drivers/stix-shifter.\n${own}`
}
