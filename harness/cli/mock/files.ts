import { access, constants, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import type { RowFacts } from '../../../contracts/data-source/data-source.ts'
import {
  type Certificate,
  DataFileError,
  loadDataFile,
  type Row,
  type Snapshot,
} from '../../../mock-datasource/index.ts'
import { UsageError } from '../../errors.ts'
import { parseGiven } from '../../text/json-depth.ts'
import { makeOwnFolder } from '../../text/own-folder.ts'
import { readGiven } from '../../text/read-given.ts'

/** In bytes: a state may hold searches with rows of their own. */
const LONGEST_STATE = 512 * 1_024 ** 2
/** For files that hold passwords or keys. */
const OWNER_ONLY = 0o600

/** Throws a UsageError that names the file and, where there is one, the line. */
export async function rowsFromFile(path: string, facts: RowFacts): Promise<Row[]> {
  try {
    return await loadDataFile(path, facts)
  } catch (error) {
    throw error instanceof DataFileError ? new UsageError(`--data ${error.message}`) : error
  }
}

/** Throws a UsageError if a file cannot be read, or the two do not belong together. */
export async function certificateFrom(certPath: string, keyPath: string): Promise<Certificate> {
  const cert = await textOf('--cert', certPath)
  const key = await textOf('--key', keyPath)
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    throw new UsageError(
      `--cert ${certPath} and --key ${keyPath} make no server certificate: ${(error as Error).message}`,
      { hint: 'Both are PEM files, and the key is that of the certificate.' },
    )
  }
  return { cert, key }
}

/** Writes what clients have to trust where they can find it. `remove` takes a file of the mock's own away. */
export async function writeCertificate(
  pem: string,
  path: string | undefined,
): Promise<{ path: string; remove(): Promise<void> }> {
  if (path !== undefined) {
    await refuseIfUnwritable('--cert-out', path)
    try {
      await writeFile(path, pem)
    } catch (error) {
      throw new UsageError(`--cert-out ${path} cannot be written: ${(error as Error).message}`)
    }
    return { path: resolve(path), remove: async () => undefined }
  }
  const folder = makeOwnFolder()
  const file = join(folder, 'certificate.pem')
  await writeFile(file, pem)
  return { path: file, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** What the state file holds, `undefined` if there is none yet. Throws a UsageError, also if it could not be written. */
export async function stateFrom(path: string): Promise<Snapshot | undefined> {
  await refuseIfUnwritable('--state', path)
  const text = await textOf('--state', path, { orNone: true })
  if (text === undefined) return undefined
  try {
    // The mock itself checks that it is a snapshot.
    return parseGiven(text) as Snapshot
  } catch (error) {
    throw new UsageError(`--state ${path} is not JSON: ${(error as Error).message}`)
  }
}

/** Writes the file whole or not at all: a reader, or a crash, never finds half of it. */
export async function writeState(path: string, snapshot: Snapshot): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`
  try {
    await writeFile(unfinished, `${JSON.stringify(snapshot)}\n`, { mode: OWNER_ONLY })
    await rename(unfinished, path)
  } catch (error) {
    // Where it lies in no folder, there is nothing to take away.
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw new UsageError(`--state ${path} cannot be written: ${(error as Error).message}`)
  }
}

async function textOf(option: string, path: string): Promise<string>
async function textOf(
  option: string,
  path: string,
  how: { orNone: true },
): Promise<string | undefined>
async function textOf(
  option: string,
  path: string,
  how: { orNone?: boolean } = {},
): Promise<string | undefined> {
  try {
    return readGiven(path, LONGEST_STATE)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && how.orNone) return undefined
    throw new UsageError(`${option} ${path} cannot be read: ${message}`)
  }
}

async function refuseIfUnwritable(option: string, path: string): Promise<void> {
  const folder = dirname(resolve(path))
  try {
    await access(folder, constants.W_OK)
  } catch {
    throw new UsageError(`${option} ${path}: the folder ${folder} is missing or cannot be written.`)
  }
}
