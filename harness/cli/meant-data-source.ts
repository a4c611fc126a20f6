import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { builtIn } from '../../mock-datasource/index.ts'
import { canonicalName, type DataSourceRef } from '../data-source/data-source-ref.ts'
import type { Target } from '../drivers/target.ts'
import { TargetError } from '../errors.ts'
import { visible } from '../text/visible.ts'
import type { Config } from './config/read-config.ts'

/** What a description is usually called. */
const USUAL_FILES = ['yaml', 'yml', 'json', 'ts', 'js'].map((ending) => `data-source.${ending}`)

/** What connectors talk to, or why they cannot be verified. */
export interface MeantDataSource {
  readonly dataSource: DataSourceRef | undefined
  readonly lack?: TargetError
}

/**
 * What the connectors talk to: as somebody says, else for a module of stix-shifter the built-in data source of its
 * name. Undefined where the usual one is meant. Tells whoever has a file of the usual name and does not name it.
 * A module whose data source nobody has described cannot be verified; the error says how to describe one.
 */
export function meantDataSource(
  { dataSource, path }: Pick<Config, 'dataSource' | 'path'>,
  targets: readonly Target[],
  say: (line: string) => void = (line) => void process.stderr.write(`${line}\n`),
): MeantDataSource {
  if (dataSource !== undefined) return { dataSource }
  const beside = fileBeside(path === undefined ? process.cwd() : dirname(path))
  const named = moduleOf(targets)
  const found = named === undefined ? undefined : builtIn(canonicalName(named))
  if (named !== undefined && found === undefined && isThere(targets)) {
    return { dataSource: undefined, lack: notDescribed(named, beside) }
  }
  if (beside !== undefined) say(`note: ${beside} is not used; ${howToName(beside)}`)
  if (found === undefined) return { dataSource: undefined }
  return { dataSource: { name: found.name, from: { kind: 'built-in' }, by: 'module' } }
}

/** The name of the module of stix-shifter that is verified; undefined for others. */
function moduleOf(targets: readonly Target[]): string | undefined {
  const [target] = targets
  return target?.kind === 'proxy-host' || target?.kind === 'stix-shifter'
    ? target.module
    : undefined
}

/** Whether a module is there, as far as one can see: what is wrong with a checkout, its driver knows to tell. */
function isThere([target]: readonly Target[]): boolean {
  if (target?.kind !== 'stix-shifter') return true
  const { from, checkout, module } = target
  return existsSync(resolve(from, checkout, 'stix_shifter_modules', module))
}

function notDescribed(module: string, beside: string | undefined): TargetError {
  const draft = `\`connector-contract data-source new ${canonicalName(module)} --from-stix-shifter FOLDER\``
  return new TargetError(
    visible(`no data source "${module}" is built in, and none is named that the module talks to`),
    {
      hint:
        beside === undefined
          ? `Describe it in a file (${draft} drafts one; docs/data-sources.md) and name it with --data-source.`
          : `There is ${beside}: ${howToName(beside)}.`,
    },
  )
}

/** A description of the usual name in a folder, as one would name it from the current folder. */
function fileBeside(folder: string): string | undefined {
  const name = USUAL_FILES.find((each) => existsSync(join(folder, each)))
  if (name === undefined) return undefined
  const path = relative(process.cwd(), join(folder, name)).replaceAll('\\', '/')
  return path.startsWith('../') ? path : `./${path}`
}

function howToName(file: string): string {
  return `name it with --data-source ${file}, or with data_source: in the configuration file`
}
