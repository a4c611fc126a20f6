import type { DataSourceDefinition } from '../data-source-definition.ts'

/** A data source that comes with the package; loaded when it is needed, since most runs need one. */
export interface BuiltIn {
  readonly name: string
  readonly title: string
  readonly aliases: readonly string[]
  load(): Promise<DataSourceDefinition>
}

/** What is meant where nobody names a data source. */
export const DEFAULT_DATA_SOURCE = 'abc-security-monitor'

export const BUILT_IN: readonly BuiltIn[] = [
  {
    name: DEFAULT_DATA_SOURCE,
    title: 'ABC Security Monitor',
    aliases: ['abc'],
    load: async () => (await import('./abc-security-monitor/definition.ts')).abcSecurityMonitor,
  },
  {
    name: 'qradar',
    title: 'IBM QRadar',
    aliases: [],
    load: async () => (await import('./described.ts')).builtInDescription('qradar'),
  },
  {
    name: 'sentinelone',
    title: 'SentinelOne',
    aliases: [],
    load: async () => (await import('./described.ts')).builtInDescription('sentinelone'),
  },
  {
    name: 'splunk',
    title: 'Splunk',
    aliases: [],
    load: async () => (await import('./described.ts')).builtInDescription('splunk'),
  },
  {
    name: 'okta',
    title: 'Okta',
    aliases: [],
    load: async () => (await import('./described.ts')).builtInDescription('okta'),
  },
  {
    name: 'elastic-ecs',
    title: 'Elasticsearch (ECS)',
    aliases: ['elastic'],
    load: async () =>
      (await import('./described.ts')).builtInDescription('elastic-ecs', ['elastic']),
  },
]

/** The built-in data source of this name or alias; undefined where there is none. */
export function builtIn(name: string): BuiltIn | undefined {
  return BUILT_IN.find((each) => each.name === name || each.aliases.includes(name))
}
