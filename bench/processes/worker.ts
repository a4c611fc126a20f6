import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Answer, Operations, Question } from './answer-parent.ts'

type Input<Operation> = Operation extends (input: infer I) => unknown ? I : never
type Output<Operation> = Operation extends (...input: never[]) => infer O ? Awaited<O> : never

/** A process of the benchmark's own. It is asked to do one thing at a time. */
export class Worker<Own extends Operations> {
  readonly #process: ChildProcess

  /** `file` is a module that calls `answerParent`; `execArgv` are options for Node.js. */
  constructor(file: URL, execArgv: readonly string[] = []) {
    this.#process = fork(file, { execArgv: [...execArgv] })
  }

  /** Throws if the operation does, or if the process ends instead. */
  async ask<Name extends keyof Own & string>(
    name: Name,
    input: Input<Own[Name]>,
  ): Promise<Output<Own[Name]>> {
    const settled = new AbortController()
    const { signal } = settled
    const answered = once(this.#process, 'message', { signal })
    const ended = once(this.#process, 'exit', { signal }).then(() => {
      throw new Error('a process of the benchmark ended early')
    })
    const question: Question = { name, input }
    this.#process.send(question)
    const [answer] = (await Promise.race([answered, ended])) as [Answer]
    ended.catch(() => undefined)
    settled.abort()
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer.output as Output<Own[Name]>
  }

  async stop(): Promise<void> {
    if (!this.#process.connected) return
    const ended = once(this.#process, 'exit')
    this.#process.disconnect()
    await ended
  }
}
