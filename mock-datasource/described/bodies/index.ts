import type { BodyFormatName } from '../../../contracts/data-source/description/bodies.ts'
import type { BodyFormat } from './body-format.ts'
import { form } from './form.ts'
import { json } from './json.ts'
import { ndjson } from './ndjson.ts'
import { xml } from './xml.ts'

/** The forms in which bodies are written, by name. */
export const BODIES: { readonly [Name in BodyFormatName]: BodyFormat } = { json, ndjson, form, xml }
