import { FaultSpec } from '../../../mock-datasource/index.ts'
import { UsageError } from '../../errors.ts'

/** Fields that stay text even where it reads like a number. */
const TEXT_FIELDS = ['kind', 'operation', 'search', 'message', 'body']

/**
 * A fault as `--fault` takes it: as JSON, or as `kind,field=value,…`, for instance
 * `api-error,code=1010,operation=status,times=1`. Values with commas, and headers, need JSON.
 * Throws a UsageError.
 */
export function faultFromText(text: string): FaultSpec {
  const spec = text.trimStart().startsWith('{') ? fromJson(text) : fromFields(text)
  const result = FaultSpec.safeParse(spec)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = issue?.path.join('.')
  throw unusable(text, [path, issue?.message].filter(Boolean).join(': '))
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unusable(text, (error as Error).message)
  }
}

function fromFields(text: string): unknown {
  const [kind = '', ...fields] = text.split(',').map((piece) => piece.trim())
  const entries = fields.map((field): [string, unknown] => {
    const equals = field.indexOf('=')
    if (equals < 1) throw unusable(text, `'${field}' is not field=value`)
    const [name, value] = [field.slice(0, equals), field.slice(equals + 1)]
    const numeric = /^-?\d+(\.\d+)?$/.test(value) && !TEXT_FIELDS.includes(name)
    return [name, numeric ? Number(value) : value]
  })
  return { kind, ...Object.fromEntries(entries) }
}

function unusable(text: string, problem: string): UsageError {
  return new UsageError(`--fault ${text}: ${problem}`, {
    hint: 'For instance: --fault api-error,code=1010,operation=status,times=1, or the same as JSON.',
  })
}
