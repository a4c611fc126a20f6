import { basename, dirname, extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ConnectorFactory } from '../../contracts/connector.ts'
import { TargetError } from '../errors.ts'
import { loadingHint } from '../text/loading/loading-hint.ts'
import { resolveConnectorPath } from './resolve-connector-path.ts'

/** A connector module, ready to make connectors. */
export interface ConnectorModule {
  readonly factory: ConnectorFactory
  /** The module's export `declarations`, unparsed: see contracts/declarations.ts. */
  readonly declarations?: unknown
  /** What to call it in a report: the folder's name, or the file's where it is not an index. */
  readonly name: string
  /** The file that was loaded. */
  readonly path: string
}

/**
 * Loads the connector module that a user named.
 *
 * @param specifier a file or folder (relative to `from`), a `file:` URL, an installed package, or one
 *   of our own: `abc`, `abc-security-monitor`, `abc-security-monitor-sync`
 * @param from the folder that relative paths start at
 * @throws TargetError with a hint where it does not exist, does not load, or exports no factory
 */
export async function loadConnectorModule(
  specifier: string,
  from: string = process.cwd(),
): Promise<ConnectorModule> {
  const path = resolveConnectorPath(specifier, from)
  const exported = withoutInterop(await importModule(path, specifier))
  const given = exported['default'] ?? exported['createConnector']
  if (!isFunction(given)) {
    throw new TargetError(`The module "${specifier}" exports no connector factory.`, {
      hint: insteadOf(exported, given, path),
    })
  }
  const factory = isClass(given) ? madeOf(given) : (given as ConnectorFactory)
  const declarations = exported['declarations']
  return {
    factory,
    ...(declarations === undefined ? {} : { declarations }),
    name: nameOf(path),
    path,
  }
}

type Exports = Readonly<Record<string, unknown>>

async function importModule(path: string, specifier: string): Promise<Exports> {
  try {
    return await import(/* @vite-ignore */ pathToFileURL(path).href)
  } catch (cause) {
    const { what, hint = threw(path) } = loadingHint(cause, path)
    throw new TargetError(`The module "${specifier}" cannot be loaded: ${what}`, { hint, cause })
  }
}

function threw(path: string): string {
  return `Loading ${path} threw. A connector module must load without a data source.`
}

/** A CommonJS module that was compiled from ESM shows its exports one level down. */
function withoutInterop(exported: Exports): Exports {
  const inner = exported['default']
  return typeof inner === 'object' && inner !== null ? { ...exported, ...inner } : exported
}

const FACTORY = '(connection, configuration) => ({ ping() { … }, … })'

/** What to write in place of what is exported. */
function insteadOf(exported: Exports, given: unknown, path: string): string {
  // Node adds that to the exports of CommonJS, whatever its file is called.
  const isCommon = 'module.exports' in exported || /\.c[jt]s$/.test(path)
  const made = nameOfMaker(exported) ?? FACTORY
  const write = `write \`${isCommon ? 'module.exports =' : 'export default'} ${made}\``
  if (typeof given === 'object' && given !== null && 'ping' in given) {
    return `Its default export is a connector, and each call has one made for its connection: ${write}.`
  }
  const names = Object.keys(exported).filter((name) => name !== 'module.exports')
  const found = given === undefined ? 'has no default export' : `exports ${typeof given} as default`
  const others = given === undefined && names.length > 0 ? `, only ${names.join(', ')}` : ''
  return `It ${found}${others}: ${write}.`
}

/** The one function or class that is exported, by another name than is looked for. */
function nameOfMaker(exported: Exports): string | undefined {
  const makers = Object.keys(exported).filter(
    (name) => name !== 'module.exports' && isFunction(exported[name]),
  )
  return makers.length === 1 ? makers[0] : undefined
}

type AnyFunction = (...given: unknown[]) => unknown
type AnyClass = new (...given: unknown[]) => object

function isFunction(value: unknown): value is AnyFunction | AnyClass {
  return typeof value === 'function'
}

function isClass(value: AnyFunction | AnyClass): value is AnyClass {
  if (/^class\b/.test(Function.prototype.toString.call(value))) return true
  // As classes were written, and are compiled to, where there are none.
  return Object.keys(value.prototype ?? {}).length > 0
}

/** A class is meant to be made, with what a factory is given. */
function madeOf(Connector: AnyClass): ConnectorFactory {
  return ((...given: unknown[]) => new Connector(...given)) as unknown as ConnectorFactory
}

function nameOf(path: string): string {
  const file = basename(path, extname(path))
  return file === 'index' ? basename(dirname(path)) : file
}
