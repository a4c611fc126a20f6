import { dirname } from 'node:path/posix'
import { configFile } from './config-file.ts'
import { fillInTemplate } from './fill-in-template.ts'
import { referenceOf } from './reference-of.ts'
import { relocate } from './relocate.ts'
import type { Edit, Skeleton, Wish } from './skeleton.ts'
import { packageJson, TSCONFIG } from './typescript-project.ts'
import { workflowFile } from './workflow-file.ts'

/** Where the reference connector's folders go; the first that holds a file counts. */
function foldersOf({ sync, async, api }: Reference): readonly (readonly [string, string])[] {
  return [
    [`${dirname(sync)}/`, ''],
    [`${dirname(async)}/`, ''],
    ['connectors/support/', 'support/'],
    [api, 'data-source/'],
    ['contracts/', 'contract/'],
  ]
}

type Reference = ReturnType<typeof referenceOf>['typescript']

/** The reference connector in TypeScript, with all that it imports, in a folder of its own. */
export function typescriptSkeleton(wish: Wish): Skeleton {
  const { name, mode, source } = wish
  const reference = referenceOf(source).typescript
  const folders = foldersOf(reference)
  const here = (path: string) => `${name}/${path}`
  const sources = relocate(reference[mode], (path) => targetOf(path, folders))
  return {
    files: [
      ...sources.map(({ path, text }) => ({ path: here(path), text })),
      { path: here('package.json'), text: packageJson(name) },
      { path: here('tsconfig.json'), text: TSCONFIG },
      configFile(wish, 'module: ./index.ts'),
      { path: here('README.md'), text: fillInTemplate('typescript/README.md', name) },
      workflowFile('typescript', name),
    ],
    edits: edits(here),
    verify: [`cd ${name}`, 'npm install', 'npx connector-contract verify'],
  }
}

function targetOf(path: string, folders: ReturnType<typeof foldersOf>): string {
  const folder = folders.find(([from]) => path.startsWith(from))
  if (folder === undefined) throw new Error(`there is no place for ${path} in a skeleton`)
  const [from, to] = folder
  return `${to}${path.slice(from.length)}`
}

function edits(here: (path: string) => string): readonly Edit[] {
  const connectors = ['ping', 'query', 'status', 'results', 'delete']
  return [
    {
      files: [here('api-client.ts'), here('data-source/api.ts')],
      what: "the calls to your data source's API, and what they answer",
    },
    {
      files: connectors.map((method) => here(`${method}-connector.ts`)),
      what: 'what each method makes of an answer',
    },
    {
      files: [here('error-mapper.ts'), here('data-source/error-table.ts')],
      what: 'which of its errors is which ErrorCode',
    },
  ]
}
