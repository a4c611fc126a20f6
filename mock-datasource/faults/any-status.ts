import * as z from 'zod'

/** The HTTP status of an answer that a fault gives; each kind says what it is without one. */
export const AnyStatus = z.int().min(200).max(599)
