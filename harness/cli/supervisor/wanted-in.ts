import { resolve } from 'node:path'
import { isFormName } from '../../report/forms.ts'
import type { WantedReport } from '../report-option.ts'
import { isNoFile } from '../write-whole.ts'

/** Commands that write reports of runs. */
const WRITING = ['verify', 'merge']

/**
 * The reports that a command line asks for, of a command that has ended before it could say so itself. Files alone:
 * what is written into a pipe stays there.
 *
 * @param words from the subcommand on.
 */
export async function wantedIn(words: readonly string[]): Promise<readonly WantedReport[]> {
  const [command = '', ...all] = words
  if (!WRITING.includes(command)) return []
  const own = all.slice(0, all.includes('--') ? all.indexOf('--') : all.length)
  const named = own.flatMap((word, index) => {
    const [option = '', ...value] = word.split('=')
    if (option !== '--json' && option !== '--report') return []
    return reportNamed(option, value.length > 0 ? value.join('=') : (own[index + 1] ?? ''))
  })
  const isFile = await Promise.all(named.map(async ({ path }) => !(await isNoFile(path))))
  return named.filter((_, index) => isFile[index] === true)
}

function reportNamed(option: string, value: string): readonly WantedReport[] {
  if (option === '--json')
    return value === '' ? [] : [{ form: 'json', path: resolve(value), option }]
  const [form = '', ...path] = value.split('=')
  if (!isFormName(form) || path.length === 0) return []
  return [{ form, path: resolve(path.join('=')), option }]
}
