import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { SyntaxErrorPlace } from './syntax-error-place.ts'

const OF_A_MODULE = /^The requested module '(.+)' does not provide an export named '(.+)'$/
const OF_COMMON_JS =
  /^Named export '(.+)' not found\. The requested module '(.+)' is a CommonJS module/

/** What to write where a module imports by name what another does not export; undefined for any other mistake. */
export function missingExportHint(
  message: string,
  place: SyntaxErrorPlace | undefined,
): string | undefined {
  const [, common, ofCommon] = OF_COMMON_JS.exec(message) ?? []
  if (common !== undefined) {
    return `Write \`import all from '${ofCommon}'\` and take \`all.${common}\`: CommonJS has a default export alone.`
  }
  const [, module = '', name] = OF_A_MODULE.exec(message) ?? []
  if (name === undefined) return undefined
  if (place !== undefined && declaresType(name, module, place.file)) {
    return `Write \`import type { ${name} } from '${module}'\`: Node takes out no other import of a type.`
  }
  return `Export ${name} from ${module}; where it is a type, write \`import type { ${name} }\`.`
}

function declaresType(name: string, module: string, importer: string): boolean {
  if (!module.startsWith('.')) return false
  try {
    const text = readFileSync(resolve(dirname(importer), module), 'utf8')
    return [...text.matchAll(/\b(?:interface|type)\s+([\w$]+)/g)].some(([, each]) => each === name)
  } catch {
    return false
  }
}
