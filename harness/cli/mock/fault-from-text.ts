import { FAULT_NAMES } from '../../../contracts/fault-names.ts'
import { nearestName } from '../../../contracts/given/nearest-name.ts'
import {
  type DataSourceDefinition,
  type FaultSpec,
  faultSpecSchema,
} from '../../../mock-datasource/index.ts'
import { UsageError } from '../../errors.ts'
import { isObject } from '../../kit/answer.ts'
import { jsonOrText } from './json-or-text.ts'

/** Fields that stay text even where it reads like JSON. */
const TEXT_FIELDS = ['kind', 'operation', 'search', 'query', 'message', 'body', 'field']

/**
 * A fault as `--fault` takes it: as JSON, or as `kind,field=value,…`, for instance
 * `http-status,status=503,operation=status,times=1`. A value that reads like JSON is taken as that, so that
 * `to=40` is a number and `to="40"` a string; one that holds commas needs the whole fault as JSON. Throws
 * a UsageError.
 */
export function faultFromText(text: string, dataSource: DataSourceDefinition): FaultSpec {
  const spec = text.trimStart().startsWith('{') ? fromJson(text) : fromFields(text)
  const result = faultSpecSchema(dataSource).safeParse(spec)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = issue?.path.join('.')
  const kind = path === 'kind' && isObject(spec) ? String(spec['kind']) : ''
  const near = nearestName(kind, FAULT_NAMES)
  const meant = near === undefined ? '' : `did you mean ${near}?`
  throw unusable(text, [path, meant, issue?.message].filter(Boolean).join(': '))
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
    return [name, TEXT_FIELDS.includes(name) ? value : jsonOrText(value)]
  })
  return { kind, ...Object.fromEntries(entries) }
}

function unusable(text: string, problem: string): UsageError {
  return new UsageError(`--fault ${text}: ${problem}`, {
    hint: 'For instance: --fault http-status,status=503,operation=status,times=1, or the same as JSON.',
  })
}
