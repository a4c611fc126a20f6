import { type ESTree, parseSync, Visitor } from 'vite'

/** One import of a file, of whatever form: static, dynamic, re-export, `require` or a type's. */
export interface Import {
  /** As it is written; undefined where it is computed when the program runs. */
  readonly specifier: string | undefined
  /** Gone when the types are stripped. */
  readonly typeOnly: boolean
  readonly line: number
}

/** Every import of a source file. Throws where it cannot be parsed. */
export function importsOf(path: string, source: string): readonly Import[] {
  const { program, errors } = parseSync(path, source)
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`)
  const imports: Import[] = []
  const add = (from: ESTree.Node | null, typeOnly: boolean) => {
    if (from === null) return
    const line = source.slice(0, from.start).split('\n').length
    imports.push({ specifier: textOf(from), typeOnly, line })
  }
  new Visitor({
    ImportDeclaration: ({ source: from, importKind, specifiers }) =>
      add(from, importKind === 'type' || (specifiers.length > 0 && specifiers.every(isType))),
    ExportNamedDeclaration: ({ source: from, exportKind, specifiers }) =>
      add(from, exportKind === 'type' || specifiers.every((each) => each.exportKind === 'type')),
    ExportAllDeclaration: ({ source: from, exportKind }) => add(from, exportKind === 'type'),
    ImportExpression: ({ source: from }) => add(from, false),
    TSImportType: ({ source: from }) => add(from, true),
    TSExternalModuleReference: ({ expression }) => add(expression, false),
    CallExpression: ({ callee, arguments: [from] }) => {
      const required = callee.type === 'Identifier' && callee.name === 'require'
      if (required && from !== undefined) add(from, false)
    },
  }).visit(program)
  return imports.sort((one, another) => one.line - another.line)
}

function isType(specifier: ESTree.ImportDeclarationSpecifier): boolean {
  return specifier.type === 'ImportSpecifier' && specifier.importKind === 'type'
}

function textOf(node: ESTree.Node): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}
