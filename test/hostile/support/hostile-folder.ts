import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for the files of a test, which are named after what they do. */
export class HostileFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'hostile-'))

  constructor() {
    writeFileSync(join(this.path, 'package.json'), '{"type":"module"}')
  }

  /** Writes a file; gives its name. */
  write(words: string, extension: string, text: string): string {
    const name = `${words.replaceAll(/\W+/g, '-')}.${extension}`
    writeFileSync(join(this.path, name), text)
    return name
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}
