import type { Connector } from '../../contracts/connector.ts'
import { nearestName } from '../../contracts/given/nearest-name.ts'
import { METHODS, type Method } from '../../contracts/method.ts'
import { UsageError } from '../errors.ts'

/** Calls one method of a connector with the arguments of a command line. */
type Call = (connector: Connector) => unknown

interface Signature {
  /** As the guide's Step 5 writes them; one that ends in `?` may be left out. */
  readonly parameters: readonly string[]
  call(connector: Connector, values: readonly string[]): unknown
}

const SIGNATURES: Readonly<Record<Method, Signature>> = {
  ping: { parameters: [], call: (connector) => connector.ping() },
  is_async: { parameters: [], call: (connector) => connector.is_async() },
  query: {
    parameters: ['query'],
    call: (connector, [query = '']) => connector.query(query),
  },
  status: {
    parameters: ['search_id', 'metadata?'],
    call: (connector, [id = '', ...metadata]) =>
      connector.status(id, ...metadata.map(parseMetadata)),
  },
  results: {
    parameters: ['search_id', 'offset', 'length', 'metadata?'],
    call: (connector, [id = '', offset = '', length = '', ...metadata]) =>
      connector.results(
        id,
        parseInteger(offset),
        parseInteger(length),
        ...metadata.map(parseMetadata),
      ),
  },
  delete: { parameters: ['search_id'], call: (connector, [id = '']) => connector.delete(id) },
}

/**
 * The call that a method's name and its arguments on a command line stand for.
 *
 * `offset` and `length` become integers where they are decimal digits, and stay the strings that they
 * are otherwise, so that the connector judges them (PAGE-5). Metadata is read as JSON; what is no JSON
 * stays the string that it is (PAGE-7).
 *
 * @throws UsageError for an unknown method or a wrong number of arguments
 */
export function callFromArguments(method: string, values: readonly string[]): Call {
  const signature = isMethod(method) ? SIGNATURES[method] : undefined
  if (signature === undefined) {
    const near = nearestName(method, METHODS)
    throw new UsageError(`There is no method "${method}".`, {
      hint: `${near === undefined ? '' : `Did you mean ${near}? `}A connector's methods are ${METHODS.join(', ')}.`,
    })
  }
  const { parameters } = signature
  const needed = parameters.filter((parameter) => !parameter.endsWith('?')).length
  if (values.length < needed || values.length > parameters.length) {
    const given = values.length === 1 ? '1 was given' : `${values.length} were given`
    throw new UsageError(`The arguments of ${method} do not fit: ${given}.`, {
      hint: `Write: ${[method, ...parameters.map(asUsage)].join(' ')}`,
    })
  }
  return (connector) => signature.call(connector, values)
}

function isMethod(name: string): name is Method {
  return METHODS.some((method) => method === name)
}

function asUsage(parameter: string): string {
  return parameter.endsWith('?') ? `[${parameter.slice(0, -1)}]` : `<${parameter}>`
}

/** Digits beyond what a number holds exactly stay a string. */
function parseInteger(text: string): number | string {
  const number = Number(text)
  return /^[0-9]+$/.test(text) && Number.isSafeInteger(number) ? number : text
}

function parseMetadata(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
