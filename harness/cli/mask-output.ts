import type { SecretMasker } from '../../contracts/secrets/secret-masker.ts'
import type { GivenSecret } from '../engine/secrets/given-secrets.ts'
import { maskerOf } from '../engine/secrets/masker-of.ts'

type Write = typeof process.stdout.write

/** From now on none of these secrets reaches the streams of this process, whoever prints. */
export function maskOutput(secrets: readonly GivenSecret[]): void {
  const masker = maskerOf(secrets)
  if (masker.isEmpty) return
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = masking(stream.write.bind(stream) as Write, masker)
  }
}

function masking(write: Write, masker: SecretMasker): Write {
  const masked = (chunk: string | Uint8Array) =>
    masker.mask(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()).text
  return ((chunk: string | Uint8Array, ...rest: readonly []) =>
    write(masked(chunk), ...rest)) as Write
}
