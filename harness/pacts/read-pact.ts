import * as z from 'zod'
import { PactFile } from '../../contracts/pact-file.ts'
import { UsageError } from '../errors.ts'
import { parseGiven } from '../text/json-depth.ts'
import { readGiven } from '../text/read-given.ts'

/**
 * Reads a Pact file of specification 4 that has at least one interaction over HTTP.
 *
 * @param provider the name that its provider must have; any where none is given
 * @throws UsageError naming the file and what is wrong with it
 */
export async function readPact(path: string, provider?: string): Promise<PactFile> {
  const pact = pactIn(path, jsonIn(path, textIn(path)))
  if (pact.interactions.length === 0) {
    throw new UsageError(`${path} has no interactions: it says nothing about the provider`)
  }
  if (provider !== undefined && pact.provider.name !== provider) {
    throw new UsageError(`${path} is for the provider "${pact.provider.name}", not "${provider}"`, {
      hint: 'Name pacts whose provider is the data source that is verified.',
    })
  }
  return pact
}

function textIn(path: string): string {
  try {
    return readGiven(path)
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`)
  }
}

function jsonIn(path: string, text: string): unknown {
  try {
    return parseGiven(text)
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}`, {
      hint: 'A pact is a JSON file; see https://docs.pact.io.',
    })
  }
}

function pactIn(path: string, json: unknown): PactFile {
  const version = versionOf(json)
  if (version === undefined) {
    throw new UsageError(`${path} is no Pact file: it names no version of the specification`)
  }
  if (!/^4(\.|$)/.test(version)) {
    throw new UsageError(`${path} is written by version ${version} of the Pact specification`, {
      hint: 'Version 4 is needed: have the tests that write it use it.',
    })
  }
  const parsed = PactFile.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.join('.') ?? ''
  throw new UsageError(`${path} is no valid pact: ${place}: ${issue?.message}`)
}

/** Old files write the member otherwise. */
const Versioned = z.object({
  metadata: z.object({
    pactSpecification: z.object({ version: z.string() }).optional(),
    pactSpecificationVersion: z.string().optional(),
    'pact-specification': z.object({ version: z.string() }).optional(),
  }),
})

function versionOf(json: unknown): string | undefined {
  const { metadata } = Versioned.safeParse(json).data ?? {}
  return (
    metadata?.pactSpecification?.version ??
    metadata?.['pact-specification']?.version ??
    metadata?.pactSpecificationVersion
  )
}
