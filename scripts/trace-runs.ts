import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Runs commands under strace, and fails where one connects beyond loopback, listens elsewhere, or writes a file where
 * README does not say so. Linux alone has strace.
 */
requireTracing()
const root = fileURLToPath(new URL('../', import.meta.url))
const main = join(root, 'harness', 'cli', 'main.ts')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'traced-')))
const work = join(folder, 'work')
const state = join(folder, 'state')
const temporary = join(folder, 'tmp')

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'a module, with workers': [
    ...[
      'verify',
      '--reference',
      '--only',
      'ENV-4,MODE-1,PAGE-3,ERR-5,LIFE-4,NET-4,SEC-3',
      '--runs',
      '20',
    ],
    ...['--json', 'report.json', '--report', 'html=report.html'],
  ],
  'a command in Python': [
    ...[
      'verify',
      '--only',
      'MODE-1,PAGE-3',
      '--runs',
      '2',
      '--write-waivers',
      'waivers.yaml',
      '--',
    ],
    ...['python3', join(root, 'connectors/abc-security-monitor-python/main.py'), 'transmit', 'abc'],
  ],
  'a skeleton': ['init', 'mine', '--typescript'],
}

/** What README says, and what is no file. */
const WRITTEN: readonly {
  readonly where: string
  readonly within?: string
  readonly why: string
}[] = [
  { where: work, why: 'the folder of the run' },
  { where: join(state, 'connector-contract'), why: 'the key by which kept failures are known' },
  { where: join(temporary, 'connector-contract-'), why: 'temporary folders' },
  { where: join(temporary, 'node-compile-cache'), why: 'what Node caches of compiled code' },
  { where: join(root, 'node_modules/.vite'), why: 'what vitest caches of compiled code' },
  {
    where: join(root, 'connectors/abc-security-monitor-python/abc_security_monitor'),
    within: '/__pycache__',
    why: 'what Python caches of a connector beside it',
  },
  { where: '/dev/', why: 'no file' },
  { where: '/proc/self', why: 'no file' },
]

const CALLS =
  'connect,bind,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat'

interface Line {
  readonly call: string
  readonly rest: string
}

try {
  execFileSync('mkdir', ['-p', work, state, temporary])
  const strays = Object.entries(COMMANDS).flatMap(([name, words]) =>
    straysOf(traced(words)).map((stray) => `${name}: ${stray}`),
  )
  for (const stray of new Set(strays)) process.stdout.write(`${stray}\n`)
  process.exitCode = strays.length === 0 ? 0 : 1
  if (strays.length === 0) process.stdout.write('loopback alone, and no file elsewhere\n')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Some containers forbid it to look into processes. */
function requireTracing(): void {
  const { status, stderr } = spawnSync('strace', ['-o', '/dev/null', 'true'], { encoding: 'utf8' })
  if (status === 0) return
  process.stdout.write(`nothing was looked at, since strace may not trace here: ${stderr}\n`)
  process.exit(stderr?.includes('Operation not permitted') ? 0 : 1)
}

function traced(words: readonly string[]): readonly Line[] {
  const trace = join(folder, 'trace.log')
  const { PATH, HOME } = process.env
  const { status, stdout, stderr } = spawnSync(
    'strace',
    [
      ...['-f', '-qq', '-y', '-s', '4096', '-e', `trace=${CALLS}`, '-o', trace],
      ...[process.execPath, main, ...words],
    ],
    {
      cwd: work,
      encoding: 'utf8',
      env: { PATH, HOME, XDG_STATE_HOME: state, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  if (status !== 0) {
    throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}\n${stdout}`)
  }
  return readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => !/ = -1 E/.test(line) || line.includes('EINPROGRESS'))
    .flatMap((line) => {
      const [, call, rest] = /^\d+ +(\w+)\((.*)$/.exec(line) ?? []
      return call === undefined || rest === undefined ? [] : [{ call, rest }]
    })
}

function straysOf(lines: readonly Line[]): readonly string[] {
  if (!lines.some(({ call }) => call === 'openat')) throw new Error('strace has shown nothing')
  return lines.flatMap(({ call, rest }) => {
    if (call === 'connect' || call === 'bind') return isNear(rest) ? [] : [`${call} ${rest}`]
    return writtenBy(call, rest).filter((path) => !isSaid(path))
  })
}

function isSaid(path: string): boolean {
  return WRITTEN.some(({ where, within = '' }) => path.startsWith(where) && path.includes(within))
}

/** A socket of the file system, of the kernel's, or of this machine alone. */
function isNear(rest: string): boolean {
  if (/sa_family=AF_(?:UNIX|NETLINK|UNSPEC)/.test(rest)) return true
  return /inet_addr\("127\.[\d.]+"\)|inet_pton\(AF_INET6, "(?:::1|::ffff:127\.[\d.]+)"/.test(rest)
}

/** The paths that a call makes or changes. */
function writtenBy(call: string, rest: string): readonly string[] {
  if (call === 'openat' && !/O_(?:WRONLY|RDWR|CREAT)/.test(rest)) return []
  const base = /AT_FDCWD<([^>]*)>/.exec(rest)?.[1] ?? work
  return [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path = '']) => resolve(base, path))
}
