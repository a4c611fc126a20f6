import { readSource } from './own-sources.ts'

/** Depends on what the reference depends on, in the versions that it is tested with. */
export function packageJson(name: string): string {
  const own = JSON.parse(readSource('package.json'))
  return `${JSON.stringify(
    {
      name: name.toLowerCase(),
      version: '0.1.0',
      private: true,
      type: 'module',
      exports: './index.ts',
      engines: own.engines,
      scripts: { verify: 'connector-contract verify', types: 'tsc' },
      dependencies: { zod: own.dependencies.zod },
      devDependencies: {
        '@types/node': own.devDependencies['@types/node'],
        [own.name]: `^${own.version}`,
        typescript: own.devDependencies.typescript,
      },
    },
    undefined,
    2,
  )}\n`
}

/** Strict, and nothing that Node's type stripping does not take. */
export const TSCONFIG = `${JSON.stringify(
  {
    compilerOptions: {
      target: 'es2024',
      lib: ['es2024'],
      module: 'nodenext',
      types: ['node'],
      strict: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      erasableSyntaxOnly: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      noEmit: true,
    },
  },
  undefined,
  2,
)}\n`
