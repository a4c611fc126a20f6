import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { CallResult, Driver } from '../../../../harness/drivers/driver.ts'
import { openDriver } from '../../../../harness/drivers/open-driver.ts'
import { aCall } from '../fixtures/a-call.ts'

const folder = mkdtempSync(join(tmpdir(), 'warm-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Answers `is_async`; any other method is what `behaviour` says. */
function connector(told: string, behaviour: string, imports = 'import json'): string {
  const name = `that_${told}` // no module of Python's own
  const indented = behaviour.replaceAll('\n', '\n    ')
  const script = `import os, sys, random
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import ${name}_imports
if "is_async" in sys.argv:
    print(True)
else:
    ${indented}
`
  writeFileSync(join(folder, `${name}_imports.py`), `${imports}\n`)
  writeFileSync(join(folder, `${name}.py`), script)
  return `${name}.py`
}

async function open(script: string, cold = false): Promise<Driver> {
  const prefix = ['python3', '-B', script, 'transmit', 'x']
  return openDriver({ kind: 'command', prefix, cwd: folder, ...(cold ? { cold } : {}) })
}

const asking = aCall({ method: 'is_async', deadlineMilliseconds: 60_000 })
const pinging = aCall({ method: 'ping', deadlineMilliseconds: 60_000 })

/** What the behaviour comes to, in a new process and in one that is forked. */
async function both(script: string): Promise<readonly [CallResult, CallResult]> {
  const drivers = [await open(script, true), await open(script)] as const
  try {
    await drivers[1].call(asking)
    const results = [await drivers[0].call(pinging), await drivers[1].call(pinging)] as const
    expect(drivers[1].limits?.()).toEqual([])
    return results
  } finally {
    for (const driver of drivers) await driver.close()
  }
}

describe.skipIf(process.platform !== 'linux')('a forked process', { timeout: 120_000 }, () => {
  test('is, says and ends as a new one does', async () => {
    const script = connector(
      'same',
      `import __main__, atexit, signal
atexit.register(lambda: print("at exit", file=sys.stderr))
print([__name__, __file__, __main__.__dict__ is globals(), sys.argv, sys.path, sys.orig_argv,
    sorted(sys.modules), sorted(sys.path_importer_cache),
    os.getpid() == os.getpgid(0) == os.getsid(0), os.getcwd(), sorted(os.listdir("/proc/self/fd")),
    sys.stdin.read(), sys.stdout.encoding, str(signal.getsignal(signal.SIGCHLD)), sys.flags,
    __spec__, sorted(globals())], file=sys.stderr)
kept = open("kept.txt", "w"); kept.write("written")
raise ValueError("no")`,
    )
    const [cold, warm] = await both(script)
    expect(warm).toEqual(cold)
  })

  test.each([
    ['code', 'sys.exit(7)'],
    ['message', 'sys.exit("why")'],
    ['os_exit', 'print({"success": True}, flush=True); os._exit(3)'],
    ['signal', 'import signal; os.kill(os.getpid(), signal.SIGSEGV)'],
    ['interrupt', 'raise KeyboardInterrupt'],
  ])('ends as told: %s', async (name, behaviour) => {
    const [cold, warm] = await both(connector(name, behaviour))
    expect({ ...warm, stderr: '' }).toEqual({ ...cold, stderr: '' })
  })

  test('draws other random numbers than the one before it', async () => {
    const driver = await open(connector('draws', 'print([random.random()])', 'import random'))
    await driver.call(asking)
    const drawn = [await driver.call(pinging), await driver.call(pinging)].map(
      (each) => each.stdout,
    )
    expect(new Set(drawn).size).toBe(2)
    await driver.close()
  })

  test('has a hash seed that not all of them have, unless a variable says which', async () => {
    const script = connector('hashes', 'print([hash("a text"), os.getppid()])')
    const seen = async () => {
      const driver = await open(script)
      await driver.call(asking)
      const printed = new Set<string>()
      for (let made = 0; made < 8; made += 1) printed.add((await driver.call(pinging)).stdout)
      expect(driver.limits?.()).toEqual([])
      await driver.close()
      return printed.size
    }
    expect(await seen()).toBe(2)
    vi.stubEnv('PYTHONHASHSEED', '7')
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(await seen()).toBe(1)
  })

  test('that kills its parent is no fault of the call, which is made anew or marked', async () => {
    const behaviour = `import signal
os.path.exists("once") or (open("once", "w").close(), os.kill(os.getppid(), signal.SIGKILL))
print({"success": True})`
    const driver = await open(connector('kills', behaviour))
    await driver.call(asking)
    const call = { ...pinging, exchanged: () => 0 }
    expect(await driver.call(call)).toMatchObject({ kind: 'answered', value: { success: true } })
    expect(driver.limits?.()).toEqual([
      expect.stringContaining('the process that forks them has ended'),
    ])
    await driver.close()
  })
})

describe.skipIf(process.platform !== 'linux')(
  'a new process it is where',
  { timeout: 120_000 },
  () => {
    test.each([
      [
        'threads',
        'import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()',
        'start a thread',
      ],
      ['sockets', 'import socket\nkept = socket.socket()', 'leave a file or a socket open'],
      ['writes', 'print("loaded")', 'write output'],
      [
        'processes',
        'import subprocess\nkept = subprocess.Popen(["sleep", "60"])',
        'start a process',
      ],
    ])('imports do what a fork does not share: %s', async (name, imports, reason) => {
      const driver = await open(connector(name, 'print({"success": True})', imports))
      await driver.call(asking)
      expect(await driver.call(pinging)).toMatchObject({
        kind: 'answered',
        value: { success: true },
      })
      expect(driver.limits?.()).toEqual([expect.stringContaining(reason)])
      await driver.close()
    })

    test('a process that a call leaves holds the stream on which it was to tell its imports', async () => {
      const leaves = `import json, os, sys, time
if "is_async" in sys.argv:
    if os.fork() == 0:
        os.setsid()
        time.sleep(60)
    print(True, flush=True)
    os._exit(0)`
      const driver = await open(connector('leaves', `print('{"success": true}')`, leaves))
      await driver.call(asking)
      expect(await driver.call(pinging)).toMatchObject({ value: { success: true } })
      expect(driver.limits?.()).toEqual([expect.stringContaining('cannot be learned')])
      await driver.close()
    })

    test('a call has stopped what is to fork the next one', async () => {
      const stops = `import os, signal
if sys.argv[-1] == 'ping':
    with open('/proc/%d/cmdline' % os.getppid()) as told:
        if 'warm/parent' in told.read():
            os.kill(os.getppid(), signal.SIGSTOP)
print('{"success": true}')`
      const driver = await open(connector('stops', stops, 'import sys'))
      await driver.call(asking)
      // Forked, so that what comes next has only its own time to take.
      await driver.call(asking)
      await driver.call({ ...pinging, deadlineMilliseconds: 5_000 })
      // Nothing was asked of the data source meanwhile, so that it can be made anew.
      const answer = await driver.call({ ...pinging, exchanged: () => 0 })
      expect(answer).toMatchObject({ value: { success: true } })
      expect(driver.limits?.()).toEqual([expect.stringContaining('has ended')])
      await driver.close()
    })

    test('a module has changed since', async () => {
      const driver = await open(
        connector('changes', 'print({"success": that_changes_imports.value})', 'value = 1'),
      )
      await driver.call(asking)
      expect(await driver.call(pinging)).toMatchObject({ value: { success: 1 } })
      writeFileSync(join(folder, 'that_changes_imports.py'), 'value = 22\n')
      expect(await driver.call(pinging)).toMatchObject({ value: { success: 22 } })
      expect(driver.limits?.()).toEqual([expect.stringContaining('has changed')])
      await driver.close()
    })
  },
)
