import * as z from 'zod'

/**
 * What a failure envelope may say in `code`. Source: stix-shifter's `ErrorCode` class, by its values;
 * several of its names share one value, so the values are what a caller can rely on.
 */
export const ERROR_CODES = [
  'unknown',
  'forbidden',
  'service_unavailable',
  'authentication_fail',
  'certificate_fail',
  'invalid_query',
  'no_results',
  'invalid_parameter',
  'too_many_requests',
  'not_implemented',
  'translation_error',
  'mapping_error',
  'results_translation_error',
] as const

export const ErrorCode = z.enum(ERROR_CODES)
export type ErrorCode = z.infer<typeof ErrorCode>
