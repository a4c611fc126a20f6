/**
 * A byte string of Python's. A class of its own, so that it cannot be taken for a string: JSON has no
 * byte strings (ENV-5).
 */
export class PythonBytes {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}
