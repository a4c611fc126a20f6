import * as z from 'zod'
import { GivenDeclarations } from '../../contracts/declarations.ts'
import type { VerifyOptions } from '../engine/plan.ts'
import { UsageError } from '../errors.ts'
import { parseGiven } from '../text/json-depth.ts'
import { readGiven } from '../text/read-given.ts'
import { visible } from '../text/visible.ts'

/**
 * Reads `--declare`: JSON on the command line, or the path of a file that holds it.
 *
 * @throws UsageError where it is neither, or says what cannot be declared.
 */
export function readDeclarations(text: string | undefined): GivenDeclarations {
  if (text === undefined) return {}
  const given = GivenDeclarations.safeParse(parse(text))
  if (given.success) return given.data
  throw new UsageError(
    `--declare cannot be used: ${z.prettifyError(given.error).replaceAll('\n', ' ')}`,
    { hint: `For example: --declare '{"delete":"no-op"}'; see docs/declarations.md.` },
  )
}

/** What `--declare` says, and the file where that says nothing. */
export function declaredWith(
  text: string | undefined,
  file: GivenDeclarations = {},
): Required<Pick<VerifyOptions, 'declarations' | 'declaredInFile'>> {
  const option = readDeclarations(text)
  const names = Object.keys(file) as (keyof GivenDeclarations)[]
  return {
    declarations: { ...file, ...option },
    declaredInFile: names.filter((name) => option[name] === undefined),
  }
}

function parse(text: string): unknown {
  const isJson = text.trimStart().startsWith('{')
  try {
    return parseGiven(isJson ? text : readGiven(text))
  } catch (error) {
    throw new UsageError(
      `--declare ${isJson ? 'is not JSON' : `file ${text} cannot be read as JSON`}: ${visible(error instanceof Error ? error.message : String(error))}`,
      { hint: `Give JSON such as '{"delete":"no-op"}', or the path of a file that holds it.` },
    )
  }
}
