import type { SkeletonFile, Wish } from './skeleton.ts'

const TEST = `"""The clauses of the connector contract as tests: \`pytest\` in the connector's folder.

pip install node_modules/connector-contract/harness/pytest brings what it imports; docs/pytest.md of connector-contract
says more, also how tests of your own get the mock.
"""

from connector_contract import contract

# What connector-contract.config.yaml names.
test_contract = contract(profile="quick")
`

/** What makes the clauses tests of the connector's own pytest. pytest.ini says where its paths begin. */
export function pytestFiles({ name }: Wish): readonly SkeletonFile[] {
  return [
    { path: `${name}/pytest.ini`, text: '[pytest]\ntestpaths = tests\n' },
    { path: `${name}/tests/test_contract.py`, text: TEST },
  ]
}
