import { X509Certificate } from 'node:crypto'
import { UsageError } from '../errors.ts'
import { readGiven } from '../text/read-given.ts'

/** The PEM text of a file. @throws UsageError where it cannot be read, or holds no certificate. */
export async function certificateFromFile(path: string, option: string): Promise<string> {
  const pem = textIn(path, option)
  try {
    new X509Certificate(pem)
  } catch {
    throw new UsageError(`${option} ${path} holds no PEM certificate`, {
      hint: 'It begins with -----BEGIN CERTIFICATE-----.',
    })
  }
  return pem
}

function textIn(path: string, option: string): string {
  try {
    return readGiven(path)
  } catch (error) {
    throw new UsageError(`${option} ${path} cannot be read: ${(error as Error).message}`)
  }
}
