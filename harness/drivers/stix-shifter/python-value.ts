import * as z from 'zod'
import { buildDict } from '../command/python-literal/build-dict.ts'
import { PythonBytes } from '../command/python-literal/python-bytes.ts'

/** An object of Python's that JSON does not have, a date say, known by its class and its `repr`. */
export class PythonObject {
  readonly type: string
  readonly text: string

  constructor(type: string, text: string) {
    this.type = type
    this.text = text
  }
}

const Part: z.ZodType<unknown> = z.unknown()

/** What contract_values.py writes for a value that is not JSON, level by level. */
const Marked = z.union([
  z.null(),
  z.boolean(),
  z.number(),
  z.string(),
  z.strictObject({ list: z.array(Part) }),
  z.strictObject({ dict: z.array(z.tuple([Part, Part])) }),
  z.strictObject({ float: z.enum(['nan', 'inf', '-inf']) }),
  z.strictObject({ bytes: z.base64() }),
  z.strictObject({ circular: z.literal(true) }),
  z.strictObject({ object: z.string(), text: z.string() }),
])

const FLOATS = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
} as const

/**
 * The value that a worker has marked, as the other drivers would give it: what JSON does not have becomes
 * what no JSON round trip leaves as it is (ENV-5). A tuple is an array, as Python's own json module has it.
 *
 * @throws ZodError where the marks are none.
 */
export function pythonValue(marked: unknown): unknown {
  const node = Marked.parse(marked)
  if (node === null || typeof node !== 'object') return node
  if ('list' in node) return node.list.map(pythonValue)
  if ('dict' in node) {
    return buildDict(node.dict.map(([key, value]) => [pythonValue(key), pythonValue(value)]))
  }
  if ('float' in node) return FLOATS[node.float]
  if ('bytes' in node) return new PythonBytes(Buffer.from(node.bytes, 'base64'))
  if ('circular' in node) return new PythonObject('circular', 'a part that holds itself')
  return new PythonObject(node.object, node.text)
}
