import type { DataSource } from '../../contracts/data-source/data-source.ts'

const NAMED = /\{([A-Za-z_]\w*)\}/g

/** The names of the parts of a path that differ from request to request. */
export function namesInPath(path: string): readonly string[] {
  return [...path.matchAll(NAMED)].map(([, name = '']) => name)
}

/** The same path for Express. */
export function expressPath(path: string): string {
  return path.replaceAll(NAMED, ':$1')
}

/** Finds what stands for the named parts of a path in requests, decoded: nothing where no operation has any. */
export function pathReader(operations: DataSource['operations']) {
  const patterns = Object.values(operations)
    .filter(({ path }) => namesInPath(path).length > 0)
    .map(({ method, path }) => ({ method, names: namesInPath(path), pattern: patternOf(path) }))
  return (request: { readonly method: string; readonly path: string }) => {
    const [own = ''] = request.path.split('?')
    for (const { method, names, pattern } of patterns) {
      const found = method === request.method ? pattern.exec(own) : null
      if (found) return Object.fromEntries(names.map((name, at) => [name, decoded(found[at + 1])]))
    }
    return {}
  }
}

function patternOf(path: string): RegExp {
  const parts = path.split(NAMED).filter((_, index) => index % 2 === 0)
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[.]/g, '\\.')).join('([^/]+)')}$`)
}

function decoded(text = ''): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
