import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path/posix'
import { type Import, importsOf } from './imports-of.ts'

/** What one part of the project may import beside itself. */
interface Rule {
  /** Folders, with a slash at the end, and single files. */
  readonly imports: readonly string[]
  /** The same for what is gone when types are stripped. */
  readonly types?: readonly string[]
  readonly packages: readonly string[]
  /** Builtin modules that it must do without; `*` is all of them. */
  readonly without?: readonly string[]
  /** What of its own folder and of those above it must leave alone. */
  readonly except?: readonly string[]
}

const NETWORK = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises']
const HARNESS_KNOWS = ['contracts/', 'harness/errors.ts', 'mock-datasource/index.ts']
const parts = (...names: readonly string[]) => names.map((name) => `harness/${name}/`)
const without = (...allowed: readonly string[]) => NETWORK.filter((name) => !allowed.includes(name))

/**
 * Who may import whom. The most specific part that a file lies in counts. `cli`, `test`, `bench` and
 * `scripts` stand in no list: nobody imports them.
 */
const HOUSE: Readonly<Record<string, Rule>> = {
  'contracts/': {
    imports: [],
    packages: ['zod'],
    without: ['*'],
    // What is promised holds for any data source.
    except: ['contracts/abc-security-monitor/'],
  },
  // What somebody gives: read, and where it is none of what there is, told with what is near.
  'contracts/given/': { imports: ['contracts/'], packages: ['leven'], without: ['*'] },
  'contracts/abc-security-monitor/': { imports: ['contracts/'], packages: ['zod'], without: ['*'] },

  'mock-datasource/': {
    imports: ['contracts/'],
    packages: ['express', 'pure-rand', 'selfsigned', 'zod'],
    without: ['child_process'],
    // A data source is a folder there and touches nothing else. The second door is for those outside.
    except: [
      'mock-datasource/sources/',
      'mock-datasource/data-source.ts',
      'mock-datasource/descriptions.ts',
    ],
  },
  // What runs in the browser: it knows the mock by what the control plane says, and nothing of it ships as it is.
  'mock-datasource/ui/browser/': {
    imports: [],
    packages: ['@preact/signals', 'preact'],
    without: ['*'],
  },
  'mock-datasource/index.ts': { imports: ['contracts/', 'mock-datasource/'], packages: [] },
  'mock-datasource/descriptions.ts': { imports: ['mock-datasource/'], packages: [] },
  'mock-datasource/data-source.ts': { imports: ['contracts/', 'mock-datasource/'], packages: [] },
  // Names the data sources that are built in.
  'mock-datasource/sources/': { imports: ['contracts/', 'mock-datasource/'], packages: [] },
  // From a description to a data source. It knows none of them.
  'mock-datasource/described/': {
    imports: ['contracts/', 'mock-datasource/'],
    packages: ['fast-xml-parser', 'yaml', 'zod'],
    without: [...NETWORK, 'child_process', 'fs'],
    except: ['contracts/abc-security-monitor/', 'mock-datasource/sources/'],
  },
  'mock-datasource/sources/abc-security-monitor/': {
    imports: ['contracts/', 'mock-datasource/'],
    packages: ['chevrotain', 'zod'],
    without: ['child_process'],
    except: ['mock-datasource/data-source.ts'],
  },
  // Pure and seeded: it knows nothing of HTTP, of faults or of any one data source.
  'mock-datasource/engine/': {
    imports: ['contracts/'],
    packages: ['csv-parse', 'lru-cache', 'pure-rand', 'zod'],
    without: [...NETWORK, 'child_process'],
    except: ['contracts/abc-security-monitor/'],
  },

  'connectors/': { imports: ['contracts/'], packages: ['zod'], without: ['fs'] },

  'harness/errors.ts': { imports: [], packages: [], without: ['*'] },
  'harness/text/': {
    imports: ['contracts/', 'harness/errors.ts'],
    packages: [],
    without: NETWORK,
  },
  'harness/drivers/': {
    imports: ['contracts/', 'harness/errors.ts', 'harness/text/'],
    packages: ['zod'],
    without: NETWORK,
  },
  // Descriptor 3 is a socket.
  'harness/drivers/module/host/': {
    imports: ['contracts/', 'harness/errors.ts', 'harness/drivers/'],
    packages: ['zod'],
    without: without('net'),
  },
  // Standard streams of forked processes are sockets.
  'harness/drivers/command/warm/': {
    imports: ['contracts/', 'harness/errors.ts', 'harness/drivers/', 'harness/text/'],
    packages: ['zod'],
    without: without('net'),
  },
  // The one driver that goes out: to tell loopback addresses and certificates it takes net and tls.
  'harness/drivers/proxy-host/': {
    imports: ['contracts/', 'harness/errors.ts', 'harness/drivers/', 'harness/text/'],
    packages: ['undici', 'zod'],
    without: without('net', 'tls'),
  },
  // The other end of its socket is a process of this machine.
  'harness/drivers/python-object/': {
    imports: ['contracts/', 'harness/errors.ts', 'harness/drivers/'],
    packages: ['zod'],
    without: without('net'),
  },
  'harness/kit/': {
    imports: [...HARNESS_KNOWS, 'harness/text/'],
    types: ['harness/drivers/driver.ts'],
    packages: ['fast-check', 'zod'],
  },
  'harness/checks/': {
    imports: ['contracts/', 'harness/kit/'],
    types: ['mock-datasource/index.ts'],
    packages: ['fast-check', 'zod'],
  },
  'harness/explain/': {
    imports: [...HARNESS_KNOWS, 'harness/kit/'],
    packages: [],
    without: NETWORK,
  },
  // Which data source is meant, and where it comes from.
  'harness/data-source/': {
    imports: [...HARNESS_KNOWS, 'mock-datasource/descriptions.ts', 'harness/text/'],
    packages: [],
    without: NETWORK,
  },
  // What runs checks knows none of them by name.
  'harness/engine/': {
    imports: [
      ...HARNESS_KNOWS,
      ...parts('kit', 'explain', 'text'),
      'harness/drivers/target-name.ts',
    ],
    types: parts('drivers', 'data-source'),
    packages: ['fast-check', 'zod'],
  },
  'harness/report/': {
    imports: [
      ...[...HARNESS_KNOWS, ...parts('kit', 'checks', 'engine', 'text')],
      'harness/data-source/shown-name.ts',
    ],
    types: parts('drivers', 'data-source'),
    packages: ['zod'],
  },
  // What all forms are made from knows none of them.
  'harness/report/record/': {
    imports: [
      ...[...HARNESS_KNOWS, ...parts('kit', 'checks', 'engine', 'text')],
      'harness/data-source/shown-name.ts',
    ],
    types: parts('drivers', 'data-source'),
    packages: ['zod'],
  },
  'harness/report/from-vitest.ts': {
    imports: ['harness/engine/', 'harness/pacts/record/'],
    packages: ['vitest'],
  },
  'harness/run/': {
    imports: [
      ...HARNESS_KNOWS,
      ...parts('kit', 'checks', 'engine', 'drivers', 'report', 'pacts', 'text', 'data-source'),
    ],
    packages: ['vitest'],
  },
  // How a real data source is reached: who verifies or compares one goes through here. It goes out to whatever
  // address it is given; what it takes from node:tls is the system's authorities.
  'harness/deployment/': {
    imports: ['contracts/', 'harness/errors.ts'],
    packages: ['undici'],
    without: without('net', 'tls'),
  },
  // Recordings of a real service: made by standing before it, served again, and read.
  'harness/recordings/': {
    imports: [...HARNESS_KNOWS, 'harness/text/'],
    packages: ['undici', 'zod'],
    without: without('http', 'https', 'net'),
  },
  'harness/drift/': {
    imports: ['contracts/', 'harness/errors.ts', ...parts('deployment', 'kit', 'text')],
    packages: ['zod'],
    without: NETWORK,
  },
  // What a data source is asked, and whether it does what it should: pacts know no connector and no check.
  'harness/pacts/': {
    imports: [...HARNESS_KNOWS, 'harness/text/'],
    packages: ['zod'],
    without: NETWORK,
  },
  'harness/pacts/verify/': {
    imports: [...HARNESS_KNOWS, ...parts('deployment', 'text')],
    packages: ['@pact-foundation/pact', 'zod'],
    without: without('tls'),
  },
  'harness/cli/': {
    imports: [
      ...HARNESS_KNOWS,
      ...parts('kit', 'checks', 'engine', 'drivers', 'report', 'run', 'text'),
      ...parts('deployment', 'drift', 'pacts', 'data-source', 'recordings'),
    ],
    packages: ['commander', 'leven', 'yaml', 'zod'],
  },

  'bench/': {
    imports: [
      'contracts/',
      'mock-datasource/index.ts',
      'mock-datasource/descriptions.ts',
      'connectors/',
      ...parts('drivers', 'recordings'),
      // The command line is measured as it is published.
      'scripts/lay-out-package.ts',
    ],
    packages: ['autocannon', 'playwright-core', 'undici', 'zod'],
  },
  'scripts/': {
    imports: ['contracts/', ...parts('checks', 'report')],
    packages: ['vite', 'yaml', 'zod'],
  },
  // Looks at the page of a mock that a connector has asked.
  'scripts/write-mock-screenshots.ts': {
    imports: ['connectors/', 'mock-datasource/index.ts'],
    packages: ['playwright-core'],
  },
  // Looks at the page of a report.
  'scripts/write-report-screenshots.ts': {
    imports: ['contracts/', ...parts('checks', 'report')],
    packages: ['playwright-core'],
  },
  // What a case costs is found out by running cases.
  'scripts/measure-costs.ts': {
    imports: ['contracts/', ...parts('checks', 'data-source', 'drivers', 'engine', 'kit', 'run')],
    packages: [],
  },
}

/** Where what is imported is known only when the program runs: the user's own connector, data source and configuration. */
const LOADS_MODULES = [
  'harness/data-source/load-file.ts',
  'harness/drivers/load-connector-module.ts',
  'harness/cli/config/config-process.ts',
]

/** What a file imports against the rules of the house, in words. */
export function violationsIn(path: string, source: string): readonly string[] {
  const part = partOf(path)
  const rule = part === undefined ? undefined : HOUSE[part]
  if (part === undefined || rule === undefined) return [`${path} lies in no part of the house`]
  return importsOf(path, source)
    .filter((each) => !isAllowed(path, part, rule, each))
    .map(({ specifier, line }) => `${path}:${line} imports ${specifier ?? 'what it computes'}`)
}

/** The parts that there are rules for. */
export const PARTS: readonly string[] = Object.keys(HOUSE)

function isAllowed(
  path: string,
  part: string,
  rule: Rule,
  { specifier, typeOnly }: Import,
): boolean {
  if (specifier === undefined) return LOADS_MODULES.includes(path)
  if (specifier.startsWith('.')) {
    const target = join(dirname(path), specifier)
    const allowed = [part, ...rule.imports, ...(typeOnly ? (rule.types ?? []) : [])]
    const leads = (to: string) => target.startsWith(to)
    return allowed.some(leads) && !(rule.except ?? []).some(leads)
  }
  if (isBuiltin(specifier)) return !forbidden(rule.without ?? [], specifier)
  return rule.packages.includes(packageOf(specifier))
}

function forbidden(without: readonly string[], specifier: string): boolean {
  return without.includes('*') || without.includes(specifier.replace(/^node:/, ''))
}

function partOf(path: string): string | undefined {
  return PARTS.filter((part) => path.startsWith(part)).sort((a, b) => b.length - a.length)[0]
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
