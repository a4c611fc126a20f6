import { existsSync } from 'node:fs'
import { basename, dirname, extname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { placeOfSyntaxError } from './syntax-error-place.ts'

/** What a module that cannot be loaded is told to be, in one sentence, and what to write instead. */
export interface LoadingHint {
  readonly what: string
  readonly hint: string
}

/** Syntax that Node takes out of no TypeScript: what its message names, and what to write. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/enum/, 'Write `const Name = { A: "a" } as const` in place of the enum'],
  [/parameter property/, 'Declare the field and assign it in the constructor'],
  [/namespace|module/, 'Write a module of its own in place of the namespace'],
  [/import|export/, 'Write `import … from` and `export default`'],
]
const ERASABLE = '; Node runs TypeScript whose types can be erased.'

/** Why loading threw, for whoever wrote the module. */
export function loadingHint(cause: unknown, path: string): LoadingHint {
  const message = firstLine(cause instanceof Error ? cause.message : String(cause))
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') {
    return { what: message, hint: notFoundHint(cause as Error & { url?: unknown }, message, path) }
  }
  if (code === 'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING') {
    const hint = 'Node runs no TypeScript under node_modules. Name the compiled JavaScript.'
    return { what: message, hint }
  }
  if (!(cause instanceof SyntaxError)) {
    const hint = `Loading ${path} threw. A connector module must load without a data source.`
    return { what: message, hint }
  }
  const place = placeOfSyntaxError(cause, path)
  const where = place === undefined ? path : `${place.file}:${place.line}`
  const what = place === undefined ? message : `${message}, in ${where}: ${place.text}`
  if (place?.text.startsWith('@') === true) {
    return {
      what,
      hint: 'Node runs no decorators: call the function yourself, as in `register(MyClass)`.',
    }
  }
  const instead = UNSUPPORTED.find(([names]) => names.test(message))?.[1]
  const isUnsupported = code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'
  return {
    what,
    hint: isUnsupported
      ? `${instead ?? 'Rewrite it, or compile the module first'}${ERASABLE}`
      : `Correct the syntax of ${where}.`,
  }
}

const ENDINGS = ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts', '.json', '/index.ts', '/index.js']

/** What an import that leads nowhere was meant to be. */
function notFoundHint(
  cause: Error & { readonly url?: unknown },
  message: string,
  path: string,
): string {
  const importer = /imported from (.+)$/.exec(message)?.[1] ?? path
  const named = typeof cause.url === 'string' ? fileURLToPath(cause.url) : undefined
  if (named === undefined) {
    const name = /Cannot find (?:package|module) '([^']+)'/.exec(message)?.[1] ?? ''
    return /^[@~#]\//.test(name)
      ? `Write a relative path with its ending in place of "${name}": Node knows no \`paths\` of tsconfig.json.`
      : `Install it beside the module, as in \`npm install ${name.split('/')[0] === '' ? 'NAME' : name}\`.`
  }
  const stem = named.slice(0, named.length - extname(named).length)
  const meant = [...ENDINGS.map((ending) => `${named}${ending}`), `${stem}.ts`].find((each) =>
    existsSync(each),
  )
  if (meant === undefined) return `There is no such file; ${basename(importer)} names it.`
  const [wrong, right] = [named, meant].map((each) => asImported(each, importer))
  return `Write "${right}" in place of "${wrong}" in ${basename(importer)}: Node looks for the very name, ending and all.`
}

function asImported(path: string, importer: string): string {
  const near = relative(dirname(importer), path)
  return near.startsWith('.') ? near : `./${near}`
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}
