/**
 * A program: loads the configuration file that it is given, which is a module, and says what that exports. Whatever the
 * file does to its process, it does to this one.
 */
import { writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { loadingHint } from '../../text/loading/loading-hint.ts'
import { ANSWERS, type ConfigAnswer } from './config-answer.ts'
import { noJsonIn } from './no-json.ts'

const [, , path = ''] = process.argv
const bytes = Buffer.from(`${JSON.stringify(await answerOf(path))}\n`)
try {
  for (let from = 0; from < bytes.length; ) from += writeSync(ANSWERS, bytes, from)
} catch {
  // The file has closed it. That nothing was said is seen.
}

async function answerOf(file: string): Promise<ConfigAnswer> {
  try {
    const loaded = (await import(pathToFileURL(file).href)) as { default?: unknown }
    const settings = loaded.default
    const unfit = noJsonIn(settings)
    return unfit === undefined ? { kind: 'settings', settings } : { kind: 'no-json', ...unfit }
  } catch (error) {
    const { what, hint } = loadingHint(error, file)
    return { kind: 'thrown', message: what, ...(hint === undefined ? {} : { hint }) }
  }
}
