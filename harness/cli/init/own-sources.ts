import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Built, this file lies a folder deeper, beside sources that were published as they are. */
const UP = import.meta.url.endsWith('.ts') ? '../../../' : '../../../../'

/** The package's own folder, with a slash at the end. */
export const PACKAGE_FOLDER = fileURLToPath(new URL(UP, import.meta.url))

/** A file of the package, e.g. `connectors/support/require-text.ts`. */
export function readSource(path: string): string {
  return readFileSync(`${PACKAGE_FOLDER}${path}`, 'utf8')
}

/** A file of `templates/`. It names the connector `my-connector`, and its Python module `my_connector`. */
export function readTemplate(path: string): string {
  return readFileSync(new URL(`templates/${path}`, import.meta.url), 'utf8')
}
