import * as z from 'zod'

/** A text with something in it. */
export const Text = z.string().min(1, 'must not be empty')

/** A path, with `{id}` for the id of a search. */
export const Path = z
  .string()
  .regex(
    /^(?:\/(?:\{id\}|[A-Za-z0-9._~@,;=-]*))+$/,
    'must begin with / and hold letters, digits, . _ ~ @ , ; = - and {id}',
  )
