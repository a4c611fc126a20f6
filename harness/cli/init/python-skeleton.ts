import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { configFile } from './config-file.ts'
import { pythonModule } from './connector-name.ts'
import { fillInTemplate } from './fill-in-template.ts'
import { PACKAGE_FOLDER, readSource, readTemplate } from './own-sources.ts'
import { pytestFiles } from './pytest-files.ts'
import { referenceOf } from './reference-of.ts'
import type { Edit, Skeleton, SkeletonFile, Wish } from './skeleton.ts'
import { workflowFile } from './workflow-file.ts'

/** Where a synchronous connector is the reference with another file in its place. */
const SYNCHRONOUS_FILES = ['search_id', 'query_connector', 'status_connector', 'delete_connector']
/** Where it is the reference with another word. */
const SYNCHRONOUS_WORDS: readonly (readonly [file: string, from: string, to: string])[] = [
  ['main.py', 'return True', 'return False'],
  ['entry_point.py', 'set_async(True)', 'set_async(False)'],
  ['stix_transmission/results_connector.py', 'get_search_results', 'query_events'],
]

/** The reference connector in Python under another name, or the synchronous one that differs from it. */
export function pythonSkeleton(wish: Wish): Skeleton {
  const { name, mode, source } = wish
  const module = pythonModule(name)
  const { folder, module: former } = referenceOf(source).python
  const found = referenceFiles(folder)
  const files = mode === 'async' ? found : found.map((file) => madeSynchronous(file, former))
  return {
    files: [
      ...files.map((file) => renamed(file, name, former, source.title)),
      configFile(wish, `command: [python3, main.py, transmit, ${module}]`),
      { path: `${name}/README.md`, text: fillInTemplate('python/README.md', name) },
      workflowFile('python', name),
      ...(wish.pytest === true ? pytestFiles(wish) : []),
    ],
    edits: edits(`${name}/${module}`),
    verify: [`cd ${name}`, 'npx connector-contract verify'],
  }
}

function referenceFiles(folder: string): readonly SkeletonFile[] {
  return readdirSync(join(PACKAGE_FOLDER, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(py|json)$/.test(path))
    .toSorted()
    .map((path) => ({ path, text: readSource(`${folder}/${path}`) }))
}

function madeSynchronous({ path, text }: SkeletonFile, former: string): SkeletonFile {
  const own = path.startsWith(`${former}/`) ? path.slice(former.length + 1) : path
  const file = SYNCHRONOUS_FILES.find((each) => own === `stix_transmission/${each}.py`)
  if (file !== undefined) return { path, text: readTemplate(`python-sync/${file}.py`) }
  const changes = SYNCHRONOUS_WORDS.filter(([each]) => each === own)
  return {
    path,
    text: changes.reduce((before, [, from, to]) => replaceOne(before, from, to), text),
  }
}

/** @throws Error where the reference has changed, so that the skeleton would not be synchronous. */
function replaceOne(text: string, from: string, to: string): string {
  const [before, after, ...more] = text.split(from)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`the reference connector in Python does not say "${from}" exactly once`)
  }
  return `${before}${to}${after}`
}

function renamed(
  { path, text }: SkeletonFile,
  name: string,
  former: string,
  title: string,
): SkeletonFile {
  const module = pythonModule(name)
  return {
    path: `${name}/${path.replace(former, module)}`,
    text: text
      .replaceAll(former, module)
      .replaceAll(`"displayName": "${title}"`, `"displayName": "${name}"`),
  }
}

function edits(module: string): readonly Edit[] {
  const here = (file: string) => `${module}/stix_transmission/${file}.py`
  const connectors = ['ping', 'query', 'status', 'results', 'delete']
  return [
    { files: [here('api_client')], what: "the calls to your data source's API" },
    {
      files: connectors.map((method) => here(`${method}_connector`)),
      what: 'what each method makes of an answer',
    },
    { files: [here('error_mapper')], what: 'which of its errors is which ErrorCode' },
  ]
}
