/** What a hostile module does, as JavaScript that can stand wherever a statement can, by what it is called. */
export const BEHAVIOURS: Readonly<Record<string, string>> = {
  'exits with 0': 'process.exit(0)',
  'exits with 1': 'process.exit(1)',
  'exits beneath the handlers': 'process.reallyExit(0)',
  aborts: 'process.abort()',
  'kills itself': `process.kill(process.pid, 'SIGKILL')`,
  'leaves a rejection': `Promise.reject(new Error('nobody hears'))`,
  'throws in a turn of its own': `setImmediate(() => { throw new Error('uncaught') })`,
  'loops for ever': 'for (;;);',
  blocks: 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
  'takes all memory in buffers': 'for (const kept = []; ;) kept.push(Buffer.alloc(1 << 24, 1))',
  'takes all memory in objects': `for (const kept = []; ;) kept.push(Array.from({ length: 1e5 }, () => ({})))`,
  'leaves a timer': 'setInterval(() => {}, 1_000)',
  'leaves a server': `process.getBuiltinModule('node:net').createServer().listen(0, '127.0.0.1')`,
  'leaves a child with its streams': `process.getBuiltinModule('node:child_process').spawn('sleep', ['1000'], { stdio: 'inherit' })`,
  'leaves a child in a session of its own': `process.getBuiltinModule('node:child_process').spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' }).unref()`,
  'throws 200 MB': `throw new Error('x'.repeat(200 * 2 ** 20))`,
  'gives all objects a member': `Object.prototype.then = (give) => give(true); Object.prototype.state = 'held'`,
  'replaces what arrays do': 'Array.prototype.push = () => 0; Array.prototype.map = () => []',
  'replaces JSON': `JSON.stringify = () => 'true'; JSON.parse = () => true`,
  'replaces promises': 'Promise.prototype.then = () => new Promise(() => {})',
  'replaces the clock':
    'Date.now = () => Number.NaN; performance.now = () => -1; setTimeout = () => 0',
  'replaces what ends a process':
    'process.exit = () => {}; process.abort = () => {}; process.kill = () => true',
  'closes its streams': `for (let fd = 0; fd < 10; fd += 1) try { process.getBuiltinModule('node:fs').closeSync(fd) } catch {}`,
  'writes to its streams': `for (let fd = 1; fd < 10; fd += 1) try { process.getBuiltinModule('node:fs').writeSync(fd, 'true\\n{"kind":"answered","value":true}\\n') } catch {}`,
  'swallows whatever would end it': `for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP', 'exit', 'beforeExit', 'disconnect', 'uncaughtException', 'unhandledRejection']) process.on(name, () => {})`,
  'answers in the place of its process': `process.send?.({ kind: 'answered', value: true }); process.emit('message', { kind: 'answered', value: true })`,
  'changes its surroundings': `process.chdir('/'); process.title = 'init'; process.umask(0o777); for (const name in process.env) delete process.env[name]`,
}

/** When it does so: what stands at the top of its module, in its factory, and in `is_async`. */
export const MOMENTS: Readonly<
  Record<string, (code: string) => readonly [string, string, string]>
> = {
  'as it is loaded': (code) => [code, '', ''],
  'as it is made': (code) => ['', code, ''],
  'in a method': (code) => ['', '', code],
  'after its answer': (code) => ['', '', `setImmediate(() => { ${code} })`],
  'as its process exits': (code) => [`process.on('exit', () => { ${code} })`, '', ''],
  'after 50 ms': (code) => [`setTimeout(() => { ${code} }, 50)`, '', ''],
}

const CORRECT = new URL('../../connectors/abc-security-monitor/index.ts', import.meta.url).href

/** A module that is correct, but where it is asked for the status of `harm/<behaviour>/<moment>`: see WHEN. */
export function moduleThatHarmsWhereAsked(): string {
  const branches = Object.keys(BEHAVIOURS).flatMap((behaviour) =>
    Object.entries(WHEN).map(
      ([moment, around]) =>
        `if (id === 'harm/${behaviour}/${moment}') { ${around(BEHAVIOURS[behaviour] ?? '')} }`,
    ),
  )
  return `import create from ${JSON.stringify(CORRECT)}
export default (connection, configuration) => {
  const correct = create(connection, configuration)
  return {
    ...correct,
    status: async (id, ...more) => {
      ${branches.join('\n      ')}
      return correct.status(id, ...more)
    },
  }
}
`
}

/** Moments about a call. */
export const WHEN: Readonly<Record<string, (code: string) => string>> = {
  'at once': (code) => code,
  'in another turn': (code) => `setImmediate(() => { ${code} })`,
  'some time later': (code) => `setTimeout(() => { ${code} }, 20)`,
}

/** A module that does so. It breaks MODE-1 besides, so that no verdict but "violated" would be true. */
export function moduleThat(behaviour: string, moment: string): string {
  const code = BEHAVIOURS[behaviour]
  const [top, factory, method] = MOMENTS[moment]?.(code ?? '') ?? []
  return `import create from ${JSON.stringify(CORRECT)}
${top}
export default (connection, configuration) => {
  ${factory}
  return {
    ...create(connection, configuration),
    is_async: async () => {
      ${method}
      return 'yes'
    },
  }
}
`
}
