import * as z from 'zod'

/** A text with something in it. */
export const Text = z.string().min(1, 'must not be empty')

/** A path, with `{id}` for the id of a search, and `{name}` for whatever else travels in it. */
export const Path = z
  .string()
  .regex(
    /^(?:\/(?:\{[A-Za-z_]\w*\}|[A-Za-z0-9._~@,;=-]*))+$/,
    'must begin with / and hold letters, digits, . _ ~ @ , ; = - and {id}, or another name in braces',
  )
