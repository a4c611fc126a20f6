import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename, isAbsolute, join, resolve } from 'node:path'
import { findProgram } from '../../process/find-program.ts'

/** A command that runs a script or a module in Python, taken apart. */
export interface PythonCommand {
  /** The interpreter. */
  readonly program: string
  /** What it is told of how to run, such as `-X utf8`. */
  readonly flags: readonly string[]
  readonly kind: 'script' | 'module'
  /** The script's path or the module's name, as it stands in the command. */
  readonly name: string
  /** The words behind it. */
  readonly rest: readonly string[]
}

const PYTHON = /^python(?:3(?:\.\d+)?)?$/
/** Flags that stand alone, also several in one word; not those that have Python ask, show or skip something. */
const ALONE = /^-[bBdEIOPqsSu]+$/
/** What a first line may be long. */
const FIRST_LINE = 256

/** The parts of a command that runs Python; undefined: of any other, and of those that run no file and no module. */
export function pythonCommand(prefix: readonly string[], cwd: string): PythonCommand | undefined {
  const [program = '', ...words] = prefix
  if (PYTHON.test(basename(program))) return apart(program, words, cwd)
  const path = findProgram(program, cwd)
  const line = path === undefined ? undefined : firstLine(path)
  if (path === undefined || line === undefined) return undefined
  const [interpreter = '', ...flags] = line
  // As the system hands it over: the path that was given, or that was found.
  const script = program.includes('/') ? program : path
  return PYTHON.test(basename(interpreter))
    ? apart(interpreter, [...flags, script, ...words], cwd)
    : undefined
}

/** The interpreter and the one word that a script's first line may give it, or what `env` is told to find. */
function firstLine(path: string): readonly string[] | undefined {
  const head = headOf(path)
  const end = head.indexOf('\n')
  if (!head.startsWith('#!') || end === -1) return undefined
  const line = head.slice(2, end).trim()
  const [, interpreter = '', argument = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? []
  if (basename(interpreter) !== 'env') return [interpreter, ...(argument === '' ? [] : [argument])]
  const split = /^-S\s*([^'"\\$]+)$/.exec(argument)?.[1]
  return split?.trim().split(/\s+/) ?? [argument]
}

function headOf(path: string): string {
  const buffer = Buffer.alloc(FIRST_LINE)
  try {
    const file = openSync(path, 'r')
    try {
      return buffer.toString('latin1', 0, readSync(file, buffer))
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}

function apart(program: string, words: readonly string[], cwd: string): PythonCommand | undefined {
  const flags: string[] = []
  const left = [...words]
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const hasValue = word === '-W' || word === '-X'
    if (!hasValue && !ALONE.test(word) && !/^-[WX]./.test(word)) return ofRest(word, left)
    flags.push(word, ...(hasValue ? left.splice(0, 1) : []))
    if (flags.at(-1)?.includes('importtime') === true) return undefined
  }
  return undefined

  function ofRest(word: string, rest: readonly string[]): PythonCommand | undefined {
    const [module, ...behind] = rest
    if (word === '-m') {
      return module === undefined
        ? undefined
        : { program, flags, kind: 'module', name: module, rest: behind }
    }
    if (word.startsWith('-') || !isFile(word, cwd)) return undefined
    return { program, flags, kind: 'script', name: word, rest }
  }
}

/** Folders and archives hold a `__main__` of their own. */
function isFile(name: string, cwd: string): boolean {
  const path = isAbsolute(name) ? name : join(resolve(cwd), name)
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true && !/\.(?:zip|pyz|pyc|egg)$/.test(name)
}
