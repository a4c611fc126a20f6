import { cpSync, globSync, mkdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** Modules that somebody imports, starts or loads by their path: each stays a file of its own. */
const ENTRIES = [
  'connectors/{abc-security-monitor,abc-security-monitor-sync}/index.ts',
  'harness/cli/main.ts',
  'harness/cli/config/config-process.ts',
  'harness/cli/in-vitest/describe-connector-contract.ts',
  'harness/cli/supervisor/command-process.ts',
  'harness/cli/watch/loaded-files.ts',
  'harness/drivers/module/host/main.ts',
  'harness/pacts/verify/verifier-process.ts',
  'harness/run/suites/*.suite.ts',
  'harness/run/worker-modules.ts',
  'mock-datasource/{index,data-source}.ts',
]
/** What is read by its path from beside a module: workers in another language, what `init` writes, pages, descriptions. */
const BESIDE = [
  'harness/**/*.{py,md,yml,css,js}',
  'mock-datasource/ui/page.{js,css}',
  'mock-datasource/sources/*.yaml',
  'mock-datasource/sources/json/*.json',
]
/** It goes into the package as it is: no Node loads it. */
const PYTEST = /^harness.pytest./
/** What is loaded by its name at run time, or decides by where it lies what else it loads. */
const NEVER_WITHIN = [/^vitest(\/|$)/, /^vite(\/|$)/, /^@pact-foundation\//]
/** What the compiler adds is no dependency that anybody could install. */
const ADDED_BY_COMPILER = /^@oxc-project\//

/**
 * Writes the project as JavaScript in few files: to find and compile some five hundred modules takes longer than a
 * short command does. What is started or read by its path lies where its source does.
 *
 * @param into the folder, which holds nothing yet.
 * @param dependencies `beside`: imported by their names, as the published package does, whose users see and audit
 * them; `within`: in the files too.
 */
export async function bundle(into: string, dependencies: 'beside' | 'within'): Promise<void> {
  const modules = globSync(ENTRIES, { cwd: ROOT }).map((path) => path.replace(/\.ts$/, ''))
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [ownUrls()],
    ssr: { noExternal: dependencies === 'within' ? true : [ADDED_BY_COMPILER] },
    build: {
      ssr: true,
      outDir: into,
      target: 'esnext',
      minify: false,
      copyPublicDir: false,
      // The types are there already.
      emptyOutDir: false,
      rolldownOptions: {
        input: Object.fromEntries(modules.map((path) => [path, join(ROOT, `${path}.ts`)])),
        external: NEVER_WITHIN,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  for (const path of globSync(BESIDE, { cwd: ROOT }).filter((each) => !PYTEST.test(each))) {
    mkdirSync(dirname(join(into, path)), { recursive: true })
    cpSync(join(ROOT, path), join(into, path))
  }
}

/** Each module takes itself to lie where its source does, whichever file it has got into. */
function ownUrls(): Plugin {
  return {
    name: 'own-urls',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(ROOT) || id.includes('node_modules')) return undefined
      const path = id.slice(ROOT.length).replace(/\.ts$/, '.js')
      return { code: code.replaceAll('import.meta.url', `__own_url__("${path}")`), map: null }
    },
    renderChunk(code, { fileName }) {
      const relative = (path: string) => posix.relative(posix.dirname(fileName), path)
      return {
        code: code.replaceAll(
          /__own_url__\("([^"]+)"\)/g,
          (_, path: string) => `new URL("${relative(path)}", import.meta.url).href`,
        ),
        map: null,
      }
    },
  }
}
