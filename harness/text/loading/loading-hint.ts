import { basename } from 'node:path'
import { missingExportHint } from './missing-export-hint.ts'
import { notFoundHint } from './not-found-hint.ts'
import { placeOfSyntaxError } from './syntax-error-place.ts'

/** What a module that cannot be loaded is told to be, in one sentence, and what to write instead. */
export interface LoadingHint {
  readonly what: string
  /** Undefined where its own code threw. */
  readonly hint?: string
}

/** Syntax that Node takes out of no TypeScript: what its message names, and what to write. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/enum/, 'Write `const Name = { A: "a" } as const` in place of the enum'],
  [/parameter property/, 'Declare the field and assign it in the constructor'],
  [/namespace|module/, 'Write a module of its own in place of the namespace'],
  [/import|export/, 'Write `import … from` and `export default`'],
]
/** What Node does not have in a module: what its message says, and what to write. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/^require is not defined/, "Write `import name from 'module'` in place of `require`"],
  [/^(?:module|exports) is not defined/, 'Write `export default` in place of `module.exports`'],
  [/^__(?:dir|file)name is not defined/, 'Write `import.meta.dirname` or `import.meta.filename`'],
  [/needs an import attribute of "type: json"/, "Write `with { type: 'json' }` behind the import"],
  [/^Unknown file extension "\.[jt]sx"/, 'Write it without JSX, in a file that ends in .ts or .js'],
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
  if (cause instanceof SyntaxError) return syntaxHint(cause, code, message, path)
  const instead = REFUSED.find(([names]) => names.test(message))?.[1]
  return instead === undefined
    ? { what: message }
    : { what: message, hint: `${instead}; Node loads ${basename(path)} as a module of ECMAScript.` }
}

function syntaxHint(cause: SyntaxError, code: unknown, message: string, path: string): LoadingHint {
  const place = placeOfSyntaxError(cause, path)
  const where = place === undefined ? path : `${place.file}:${place.line}`
  const what = place === undefined ? message : `${message}, in ${where}: ${place.text}`
  if (place?.text.startsWith('@') === true) {
    return {
      what,
      hint: 'Node runs no decorators: call the function yourself, as in `register(MyClass)`.',
    }
  }
  const missing = missingExportHint(message, place)
  if (missing !== undefined) return { what, hint: missing }
  const instead = UNSUPPORTED.find(([names]) => names.test(message))?.[1]
  const isUnsupported = code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'
  return {
    what,
    hint: isUnsupported
      ? `${instead ?? 'Rewrite it, or compile the module first'}${ERASABLE}`
      : `Correct the syntax of ${where}.`,
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}
