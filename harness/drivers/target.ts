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
      /** Whether each call is to be a new process, also where it could be forked from a warm one. */
      readonly cold?: true
    }
  | {
      readonly kind: 'proxy-host'
      /** The origin of stix-shifter's `host` command, e.g. `https://127.0.0.1:5000`. */
      readonly url: string
      /** The connector's name in stix_shifter_modules; without it, the host has to know. */
      readonly module?: string | undefined
      /** A PEM file with the certificate to trust. */
      readonly certificate?: string | undefined
      /** The SHA-256 fingerprint of the one certificate to accept, 64 lower-case hex digits. */
      readonly pin?: string | undefined
      /** The folder that `certificate` is relative to. */
      readonly from: string
    }
  | {
      readonly kind: 'python-object'
      /** The socket on which the process listens that holds the connector. */
      readonly socket: string
      /** What pytest calls it, e.g. `tests/test_abc.py::test_contract`. */
      readonly name: string
      /** No call has a deadline: a debugger may halt it. */
      readonly patient?: boolean | undefined
      readonly from: string
    }
  | {
      readonly kind: 'stix-shifter'
      /** The folder that holds stix-shifter's `main.py`. */
      readonly checkout: string
      /** A folder of `stix_shifter_modules`. */
      readonly module: string
      /** A program on PATH, or the path of one. */
      readonly python: string
      /** The folder that `checkout` and `python` are relative to. */
      readonly from: string
    }
