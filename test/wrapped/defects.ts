import { ENVELOPE } from './envelope.ts'
import { ERRORS } from './errors.ts'
import { LIFECYCLE } from './lifecycle.ts'
import { MODE } from './mode.ts'
import { PAGINATION } from './pagination.ts'
import { SECURITY } from './security.ts'
import type { Defect } from './support/wrap.ts'
import { TRANSPORT } from './transport.ts'

/** Every defect that can be put to any correct connector. */
export const DEFECTS: readonly Defect[] = [
  ...ENVELOPE,
  ...MODE,
  ...LIFECYCLE,
  ...PAGINATION,
  ...ERRORS,
  ...TRANSPORT,
  ...SECURITY,
]
