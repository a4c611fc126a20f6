/** What a process can be asked to do, by name. Inputs and outputs are plain JSON. */
export type Operations = Readonly<Record<string, (input: never) => unknown>>

export interface Question {
  readonly name: string
  readonly input: unknown
}

export interface Answer {
  readonly output?: unknown
  readonly error?: string
}

/** Does what the parent asks for until it lets go. */
export function answerParent(operations: Operations): void {
  const answer = (given: Answer) => process.send?.(given)
  process.on('message', async ({ name, input }: Question) => {
    const operation = operations[name] as (input: unknown) => unknown
    try {
      answer({ output: await operation(input) })
    } catch (error) {
      answer({ error: String(error) })
    }
  })
  process.on('disconnect', () => process.exit(0))
}
