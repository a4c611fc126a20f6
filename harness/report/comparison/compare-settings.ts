import type { RunReport } from '../record/run-report.ts'

/** Something other than the connector that differs between two runs. */
export interface SettingChange {
  readonly name: string
  readonly earlier: string
  readonly now: string
}

const SETTINGS: Readonly<Record<string, (run: RunReport) => unknown>> = {
  target: ({ target }) => target,
  tool: ({ tool }) => tool,
  'data source': ({ data_source }) => data_source.name,
  driver: ({ driver }) => driver,
  mode: ({ mode }) => mode,
  scheme: ({ scheme }) => scheme,
  seed: ({ seed }) => seed,
  profile: ({ profile }) => profile,
  'made cases': ({ runs }) => runs,
  rounds: ({ rounds }) => rounds,
  only: ({ options }) => options.only,
  skip: ({ options }) => options.skip,
  timeout: ({ options }) => options.timeoutSeconds,
  declarations: ({ declarations }) => declarations,
}

/** In what two runs differ beside the connector: each of these may be why another case was found. */
export function compareSettings(now: RunReport, earlier: RunReport): readonly SettingChange[] {
  return Object.entries(SETTINGS).flatMap(([name, of]) => {
    const change = { name, earlier: inWords(of(earlier)), now: inWords(of(now)) }
    return change.earlier === change.now ? [] : [change]
  })
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ') || 'none'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
