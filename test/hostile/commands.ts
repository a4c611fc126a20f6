/** What a hostile command does, as a program in a language, whatever it is asked. */
export interface HostileCommand {
  readonly name: string
  readonly program: 'sh' | 'python3'
  readonly code: string
}

const inShell = (name: string, code: string): HostileCommand => ({ name, program: 'sh', code })
const inPython = (name: string, code: string): HostileCommand => ({
  ...{ name, program: 'python3' },
  code: `import os, signal, sys, time\n${code}`,
})

export const COMMANDS: readonly HostileCommand[] = [
  inShell('ends with 0 and says nothing', 'exit 0'),
  inShell('kills itself', 'kill -KILL $$'),
  inShell('loops for ever', 'while :; do :; done'),
  inShell('is deaf to SIGTERM', `trap '' TERM INT HUP; while :; do sleep 1; done`),
  inShell('writes without end', 'exec yes true'),
  inShell('writes a line without end', `while :; do printf 0123456789; done`),
  inShell('writes to standard error without end', 'yes >&2'),
  inShell('ends in the midst of a line', `printf '{"success": tr'`),
  inShell('closes its output and stays', 'exec >&- 2>&-; sleep 1000'),
  inShell('leaves a child that holds its output', 'sleep 1000 & echo yes'),
  inShell('leaves a child in a session of its own', 'setsid sleep 1000 >/dev/null 2>&1 & echo yes'),
  inShell('leaves fifty children', 'for i in $(seq 50); do sleep 1000 & done; echo yes'),
  inShell('begins anew in its own place', 'exec setsid sleep 1000'),
  inShell('nests an answer deeply', `head -c 1000000 /dev/zero | tr '\\0' '['`),
  inPython('ends beneath the handlers', 'os._exit(0)'),
  inPython('aborts', 'os.abort()'),
  inPython('is deaf to SIGTERM', 'signal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(1000)'),
  inPython('takes all memory', 'kept = []\nwhile True: kept.append(bytearray(1 << 24))'),
  inPython(
    'leaves a grandchild',
    'if os.fork() == 0:\n  os.setsid()\n  if os.fork() == 0: time.sleep(1000)\n  os._exit(0)\nprint("yes")',
  ),
  inPython('throws a megabyte', 'raise Exception("x" * 1_000_000)'),
]
