import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** The page of the mock: one script with the library that it is written with, and one style. */
export async function mockPage(): Promise<{ readonly script: string; readonly style: string }> {
  const entry = fileURLToPath(new URL('../mock-datasource/ui/browser/main.tsx', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry, formats: ['es'], cssFileName: 'page' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error('vite has built nothing')
  const [script, ...assets] = output.output
  const style = assets.find((asset) => asset.type === 'asset' && asset.fileName.endsWith('.css'))
  if (style?.type !== 'asset') throw new Error('vite has built no style')
  return { script: script.code, style: String(style.source) }
}
