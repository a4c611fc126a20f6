import { cpSync, globSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { BUNDLE, ROOT } from './paths.ts'

/** Modules that something starts or loads by their path: they stay files of their own. */
const ENTRIES = [
  'harness/cli/main.ts',
  'harness/cli/config/config-process.ts',
  'harness/cli/supervisor/command-process.ts',
  'harness/cli/watch/loaded-files.ts',
  'harness/drivers/module/host/main.ts',
  'harness/pacts/verify/verifier-process.ts',
  'harness/run/suites/*.suite.ts',
  'harness/run/worker-modules.ts',
]
/** What is read by its path from beside a module. */
const BESIDE = [
  'harness/**/*.{py,md,yml,css}',
  'harness/report/html/page.js',
  'mock-datasource/ui/page.{js,css}',
  'mock-datasource/sources/json/*.json',
]
/** What the published package holds beside `dist/`. */
const PUBLISHED = ['connectors', 'contracts', 'package.json']
/** What is loaded by its name at run time, or decides by where it lies what else it loads. */
const EXTERNAL = [/^vitest(\/|$)/, /^vite(\/|$)/, /^@pact-foundation\//]

/**
 * Makes the command line of few files, laid out as the published package is: to find, strip and compile some five
 * hundred modules takes most of the time of a short command, and the tests start some three hundred.
 */
export async function buildCommandLine(): Promise<void> {
  rmSync(BUNDLE, { recursive: true, force: true })
  const dist = join(BUNDLE, 'dist')
  const modules = globSync(ENTRIES, { cwd: ROOT }).map((path) => path.replace(/\.ts$/, ''))
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [ownUrls(dist)],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: dist,
      target: 'esnext',
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: Object.fromEntries(modules.map((path) => [path, join(ROOT, `${path}.ts`)])),
        external: EXTERNAL,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  for (const path of globSync(BESIDE, { cwd: ROOT })) {
    mkdirSync(dirname(join(dist, path)), { recursive: true })
    cpSync(join(ROOT, path), join(dist, path))
  }
  // Copied: it loads what lies beside the real file.
  cpSync(join(ROOT, 'bin'), join(BUNDLE, 'bin'), { recursive: true })
  for (const name of PUBLISHED) symlinkSync(join(ROOT, name), join(BUNDLE, name))
  symlinkSync(join(ROOT, 'connectors'), join(dist, 'connectors'))
}

/** Each module takes itself to lie where `tsc` would have put it, whichever file it has got into. */
function ownUrls(dist: string): Plugin {
  return {
    name: 'own-urls',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(ROOT) || id.includes('node_modules')) return undefined
      const path = id.slice(ROOT.length).replace(/\.ts$/, '.js')
      const url = JSON.stringify(pathToFileURL(join(dist, path)).href)
      return { code: code.replaceAll('import.meta.url', url), map: null }
    },
  }
}
