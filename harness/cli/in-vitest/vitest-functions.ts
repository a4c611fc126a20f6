/** What a test is given while it runs, as far as it is used here. */
export interface TestContext {
  readonly task: unknown
  /** Given when the run is cancelled. */
  readonly signal?: AbortSignal
  skip(note?: string): never
  annotate?(message: string, type?: string): Promise<unknown>
}

/**
 * vitest's `describe` and `test`. They are handed over, and not imported here: our own copy of vitest may be another
 * than the one that runs the tests (a second version, or a second installation of the same), and registers nothing
 * with that.
 */
export interface VitestFunctions {
  describe(name: string, body: () => void | Promise<void>): unknown
  test(
    name: string,
    options: { readonly timeout: number },
    body: (context: TestContext) => Promise<void>,
  ): unknown
}
