import { relative } from 'node:path'
import type { DataSourceRef } from './data-source-ref.ts'

/** A data source as one would name it in this folder: by its name, or a path that begins with `./` or `../`. */
export function shownName({ name, from }: DataSourceRef, folder: string = process.cwd()): string {
  if (from.kind === 'built-in') return name
  const path = relative(folder, from.path).replaceAll('\\', '/')
  return path.startsWith('../') ? path : `./${path}`
}
