import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** What runs in the page of a report, as one script without imports. */
export async function pageScript(): Promise<string> {
  const entry = fileURLToPath(new URL('../harness/report/html/browser/main.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name: 'page' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error('vite has built nothing')
  return output.output[0].code
}
