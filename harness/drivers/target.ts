/** The connector under test, as plain JSON, so that another process or thread can open it too. */
export type Target =
  | {
      readonly kind: 'module'
      /** A file, a folder or a package name. */
      readonly specifier: string
      /** The folder that `specifier` is relative to. */
      readonly from: string
    }
  | {
      readonly kind: 'command'
      /** The program and its first arguments, e.g. `['python3', 'main.py', 'transmit', 'abc']`. */
      readonly prefix: readonly string[]
      readonly cwd: string
    }
