import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { UsageError } from '../errors.ts'

/** The PEM text of a file. @throws UsageError where it cannot be read, or holds no certificate. */
export async function certificateFromFile(path: string, option: string): Promise<string> {
  const pem = await readFile(path, 'utf8').catch((error: Error) => {
    throw new UsageError(`${option} ${path} cannot be read: ${error.message}`)
  })
  try {
    new X509Certificate(pem)
  } catch {
    throw new UsageError(`${option} ${path} holds no PEM certificate`, {
      hint: 'It begins with -----BEGIN CERTIFICATE-----.',
    })
  }
  return pem
}
