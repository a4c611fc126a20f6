import * as z from 'zod'
import { valueAt } from './template.ts'
import type { Way } from './way.ts'

/** What can stand at a place of a schema: the names of members, or the values of a choice. Empty where that is open. */
export function allowedAt(schema: z.core.$ZodType, way: Way, value: unknown): readonly string[] {
  let at: z.core.$ZodType | undefined = schema
  for (const [depth, step] of way.entries()) {
    at = within(at, step, valueAt(value, way.slice(0, depth)))
    if (at === undefined) return []
  }
  return namesIn(at, valueAt(value, way))
}

function within(
  schema: z.core.$ZodType | undefined,
  step: string | number,
  value: unknown,
): z.core.$ZodType | undefined {
  const inner = schema && unwrapped(schema)
  if (inner instanceof z.ZodObject) return inner.shape[step]
  if (inner instanceof z.ZodRecord) return inner.valueType
  if (inner instanceof z.ZodArray) return inner.element
  if (!(inner instanceof z.ZodDiscriminatedUnion)) return undefined
  const { discriminator, options } = inner.def
  if (step === discriminator) return z.enum(namesOfKinds(inner) as [string])
  const meant = valueAt(value, [discriminator])
  const chosen = options.find((option) => literalOf(option, discriminator) === meant)
  return within(chosen, step, value)
}

function namesIn(schema: z.core.$ZodType, value: unknown): readonly string[] {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape)
  if (inner instanceof z.ZodEnum) return inner.options.map(String)
  if (inner instanceof z.ZodRecord && inner.keyType instanceof z.ZodEnum) {
    return inner.keyType.options.map(String)
  }
  if (!(inner instanceof z.ZodDiscriminatedUnion)) {
    return inner instanceof z.ZodUnion ? wordsOf(inner) : []
  }
  const { discriminator, options } = inner.def
  const meant = valueAt(value, [discriminator])
  const chosen = options.find((option) => literalOf(option, discriminator) === meant)
  return chosen === undefined ? [] : namesIn(chosen, value)
}

/** Of a choice that may also be a list of several. */
function wordsOf({ options }: z.ZodUnion): readonly string[] {
  return options.flatMap((option) =>
    option instanceof z.ZodEnum ? option.options.map(String) : [],
  )
}

function namesOfKinds({ def: { options, discriminator } }: z.ZodDiscriminatedUnion): string[] {
  return options.map((option) => String(literalOf(option, discriminator)))
}

function literalOf(option: z.core.$ZodType, discriminator: string): unknown {
  const literal = option instanceof z.ZodObject ? option.shape[discriminator] : undefined
  return literal instanceof z.ZodLiteral ? literal.value : undefined
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unwrapped(schema.def.innerType)
  }
  return schema
}
