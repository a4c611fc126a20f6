import { nearestName } from '../../../contracts/given/nearest-name.ts'
import type { DataSourceDefinition } from '../../../mock-datasource/index.ts'

/**
 * The operation that a request which reached none is nearest to, as `ping: GET /api/v1/ping`; undefined where none is
 * near. A part of a path that may be anything is taken as it was asked.
 */
export function nearestOperation(
  { basePath, operations }: Pick<DataSourceDefinition, 'basePath' | 'operations'>,
  { method, path }: { readonly method: string; readonly path: string },
): string | undefined {
  const asked = path.split('?')[0] ?? ''
  const parts = asked.split('/')
  const known = Object.entries(operations).map(([name, operation]): [string, string] => {
    const whole = operation.path.startsWith(basePath)
      ? operation.path
      : `${basePath}${operation.path}`
    const filled = whole
      .split('/')
      .map((part, place) => (part.startsWith('{') ? (parts[place] ?? part) : part))
    return [`${operation.method} ${filled.join('/')}`, `${name}: ${operation.method} ${whole}`]
  })
  const names = new Map(known)
  const nearest = nearestName(`${method} ${asked}`, [...names.keys()])
  return nearest === undefined ? undefined : names.get(nearest)
}
