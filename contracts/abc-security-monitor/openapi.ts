import type { OpenApiDocument } from '../openapi-document.ts'
import { ABC_BASE_PATH } from './api.ts'
import { ABOUT, SECURITY_SCHEMES } from './openapi/about.ts'
import { componentSchemas } from './openapi/component-schemas.ts'
import { errorComponents, errorsWithoutOperation } from './openapi/error-responses.ts'
import { HEADERS } from './openapi/headers.ts'
import { paths } from './openapi/paths.ts'

/**
 * The API of ABC Security Monitor as an OpenAPI 3.1 document, made from the schemas that the mock itself
 * validates with, and from the table of each operation's errors. A new value at every call, plain JSON.
 */
export function abcOpenApi(): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: ABOUT,
    // Relative, so that it is right wherever the document was fetched from.
    servers: [{ url: ABC_BASE_PATH }],
    security: [{ basic: [] }, { token: [] }],
    paths: paths(),
    components: {
      schemas: componentSchemas(),
      headers: HEADERS,
      responses: errorComponents(),
      securitySchemes: SECURITY_SCHEMES,
    },
    'x-responses-without-operation': errorsWithoutOperation(),
  }
}
