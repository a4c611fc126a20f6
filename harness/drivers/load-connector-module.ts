import { basename, dirname, extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ConnectorFactory } from '../../contracts/connector.ts'
import { TargetError } from '../errors.ts'
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
  const factory = exported['default'] ?? exported['createConnector']
  if (!isFactory(factory)) {
    throw new TargetError(`The module "${specifier}" exports no connector factory.`, {
      hint: 'Export a function (connection, configuration) => connector as default or as createConnector.',
    })
  }
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
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new TargetError(`The module "${specifier}" cannot be loaded: ${firstLine(message)}`, {
      hint: hintFor(cause, path),
      cause,
    })
  }
}

/** A CommonJS module that was compiled from ESM shows its exports one level down. */
function withoutInterop(exported: Exports): Exports {
  const inner = exported['default']
  return typeof inner === 'object' && inner !== null ? { ...exported, ...inner } : exported
}

function isFactory(value: unknown): value is ConnectorFactory {
  return typeof value === 'function'
}

function nameOf(path: string): string {
  const file = basename(path, extname(path))
  return file === 'index' ? basename(dirname(path)) : file
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}

function hintFor(cause: unknown, path: string): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') {
    return 'Node runs erasable TypeScript only: no enums, namespaces or parameter properties. Compile the module first, or rewrite these.'
  }
  if (code === 'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING') {
    return 'Node runs no TypeScript under node_modules. Name the compiled JavaScript.'
  }
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') {
    return 'Something that the module imports is not installed, or is named without its file extension.'
  }
  if (cause instanceof SyntaxError) return `Correct the syntax of ${path}.`
  return `Loading ${path} threw. A connector module must load without a data source.`
}
