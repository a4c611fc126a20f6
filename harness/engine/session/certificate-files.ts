import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeOwnFolder } from '../../text/own-folder.ts'

/** Certificates that have to be files to be trusted, each written once. */
export class CertificateFiles {
  readonly #files = new Map<string, string>()
  #folder: string | undefined

  /** Where a certificate lies, given as PEM. */
  readonly fileOf = (certificate: string): string => {
    const known = this.#files.get(certificate)
    if (known !== undefined) return known
    this.#folder ??= makeOwnFolder()
    const file = join(this.#folder, `${this.#files.size + 1}.pem`)
    writeFileSync(file, certificate)
    this.#files.set(certificate, file)
    return file
  }

  /** Takes them all away. */
  close(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true })
  }
}
