import * as z from 'zod'

/** What bodies are written in. */
export const BODY_FORMATS = ['json', 'ndjson', 'form', 'xml'] as const

export const BodyFormatName = z.enum(BODY_FORMATS)
export type BodyFormatName = z.infer<typeof BodyFormatName>
