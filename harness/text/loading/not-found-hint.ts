import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tsconfigPaths } from './tsconfig-paths.ts'

const ENDINGS = ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts', '.json', '/index.ts', '/index.js']

/** What an import that leads nowhere was meant to be. */
export function notFoundHint(
  cause: Error & { readonly url?: unknown },
  message: string,
  path: string,
): string {
  const importer = /imported from (.+)$/.exec(message)?.[1] ?? path
  const named = typeof cause.url === 'string' ? fileURLToPath(cause.url) : undefined
  return named === undefined
    ? packageHint(/Cannot find (?:package|module) '([^']+)'/.exec(message)?.[1] ?? '', importer)
    : fileHint(named, importer)
}

function fileHint(named: string, importer: string): string {
  const meant = meantBy(named)
  if (meant === undefined) return `There is no such file; ${basename(importer)} names it.`
  const [wrong, right] = [named, meant].map((each) => asImported(each, importer))
  return `Write "${right}" in place of "${wrong}" in ${basename(importer)}: Node looks for the very name, ending and all.`
}

/** The file that is there in place of one that is not: with an ending, or with another. */
function meantBy(named: string): string | undefined {
  const stem = named.slice(0, named.length - extname(named).length)
  return [...ENDINGS.map((ending) => `${named}${ending}`), `${stem}.ts`].find((each) =>
    existsSync(each),
  )
}

function packageHint(name: string, importer: string): string {
  const specifier = asWritten(name, importer)
  const mapped = tsconfigPaths(specifier, importer)
    .map((each) => (existsSync(each) && extname(each) !== '' ? each : meantBy(each)))
    .find((each) => each !== undefined)
  if (mapped !== undefined) {
    return `Write "${asImported(mapped, importer)}" in place of "${specifier}" in ${basename(importer)}: Node knows no \`paths\` of tsconfig.json.`
  }
  return /^[@~#]\//.test(specifier)
    ? `Write a relative path with its ending in place of "${specifier}": Node knows no \`paths\` of tsconfig.json.`
    : `Install it beside the module, as in \`npm install ${name === '' ? 'NAME' : name}\`.`
}

/** Node names a package alone, where the import names a file in it. */
function asWritten(name: string, importer: string): string {
  try {
    const imports = readFileSync(importer, 'utf8').matchAll(
      /\b(?:from|import)\s*\(?\s*(['"])(.+?)\1/g,
    )
    const specifiers = [...imports].map(([, , specifier = '']) => specifier)
    return specifiers.find((each) => each === name || each.startsWith(`${name}/`)) ?? name
  } catch {
    return name
  }
}

function asImported(path: string, importer: string): string {
  const near = relative(dirname(importer), path)
  return near.startsWith('.') ? near : `./${near}`
}
