import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { Declarations } from '../../../contracts/declarations.ts'
import type { DataSourceDefinition } from '../../../mock-datasource/index.ts'
import { CHECKS } from '../../checks/index.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { Asker, type CalledSource, isCalled } from './asker.ts'
import type { Finding } from './finding.ts'
import { tryCredentials } from './try-credentials.ts'
import { tryErrors } from './try-errors.ts'
import { tryOperations } from './try-operations.ts'
import { tryPages } from './try-pages.ts'

/** Checks of the contract that will say nothing about connectors for a data source, and why. */
export interface Inapplicable {
  readonly mode: string
  readonly reason: string
  readonly checks: readonly string[]
}

/** What `data-source check` finds. */
export interface SourceCheck {
  readonly name: string
  readonly title: string
  readonly held: boolean
  /** Absent where the definition does not say how it is called, so that nothing could be tried. */
  readonly findings?: readonly Finding[]
  readonly inapplicable: readonly Inapplicable[]
}

/** More than a page of each size that is tried. */
const ROWS = 7

/** Starts a mock of a data source and tries whether the parts of its description fit together. */
export async function checkSource(source: DataSourceDefinition): Promise<SourceCheck> {
  const findings = isCalled(source) ? await findingsOf(source) : undefined
  return {
    ...{ name: source.name, title: source.title },
    held: findings?.every(({ problem }) => problem === undefined) ?? true,
    ...(findings && { findings }),
    inapplicable: inapplicableAt(source),
  }
}

async function findingsOf(source: CalledSource): Promise<readonly Finding[]> {
  const asker = await Asker.start(source, ROWS)
  try {
    const findings: Finding[] = []
    for (const tried of [tryOperations, tryErrors, tryPages, tryCredentials]) {
      for await (const finding of tried(asker, ROWS)) findings.push(finding)
    }
    return findings
  } finally {
    await asker.close()
  }
}

function inapplicableAt(source: DataSource): readonly Inapplicable[] {
  return source.modes.flatMap((mode) => {
    const declared = { result_limit: true, row_key: source.rows.key, ...source.declarations }
    const declarations = Declarations.parse(declared)
    const capabilities: Capabilities = { mode, source, scheme: 'https', declarations }
    const reasons = CHECKS.flatMap((check) => {
      const reason = check.notFor(capabilities)
      return reason === undefined ? [] : [{ name: check.name, reason }]
    })
    const groups = Map.groupBy(reasons, ({ reason }) => reason)
    return [...groups].map(([reason, checks]) => ({
      ...{ mode, reason, checks: checks.map(({ name }) => name) },
    }))
  })
}
