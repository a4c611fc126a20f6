import * as z from 'zod'

/**
 * Where in a body a field is: `progress`, `data.0.severity`, or in an array, for names that hold dots:
 * `['data', 0, 'event.id']`. A `*` stands for every element of an array, or every field of an object.
 */
export const FieldPath = z.union(
  [z.string().min(1), z.array(z.union([z.string(), z.int().min(0)])).min(1)],
  { error: "must be a name, names joined by dots, or an array of names such as ['data', 0, 'id']" },
)
export type FieldPath = z.infer<typeof FieldPath>
