import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { ABC_OPERATIONS } from '../../../contracts/abc-security-monitor/api.ts'
import { abcOpenApi } from '../../../contracts/abc-security-monitor/openapi.ts'
import {
  ABC_OPERATION_ERRORS,
  ABC_SCRIPTABLE_OPERATIONS,
} from '../../../contracts/abc-security-monitor/operation-errors.ts'

const DOCUMENT = abcOpenApi()
const OPERATIONS = Object.values(DOCUMENT.paths).flatMap((methods) => Object.values(methods))

interface Media {
  readonly schema: Readonly<Record<string, unknown>>
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}

/** Every body that the document describes, with where it does. */
function mediaIn(value: unknown, path = ''): [string, Media][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]): [string, Media][] =>
    key === 'application/json' ? [[path, member as Media]] : mediaIn(member, `${path}/${key}`),
  )
}

describe('the OpenAPI document of ABC Security Monitor', () => {
  it('is valid OpenAPI 3.1', async () => {
    // The validator writes into what it is given.
    expect(await new Validator().validate({ ...abcOpenApi() })).toEqual({ valid: true })
  })

  it('has every operation, and each of its errors', () => {
    const described = OPERATIONS.map(({ operationId, responses }) => [
      operationId,
      Object.keys(responses).filter((status) => Number(status) >= 400),
    ])
    expect(Object.fromEntries(described)).toEqual(
      Object.fromEntries(
        ABC_OPERATIONS.map((name) => [name, Object.keys(ABC_OPERATION_ERRORS[name])]),
      ),
    )
  })

  it('says which operations a query can make fail in any way', () => {
    const any = OPERATIONS.filter(({ responses }) => 'default' in responses)
    expect(any.map(({ operationId }) => operationId).sort()).toEqual(
      [...ABC_SCRIPTABLE_OPERATIONS].sort(),
    )
  })

  it('refers to nothing that is not there, and keeps nothing that is not referred to', () => {
    const text = JSON.stringify(DOCUMENT)
    const referred = new Set(
      [...text.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, to]) => to),
    )
    const { securitySchemes: _security, ...kept } = DOCUMENT.components
    const there = Object.entries(kept).flatMap(([kind, named]) =>
      Object.keys(named).map((name) => `${kind}/${name}`),
    )
    expect([...referred].sort()).toEqual(there.sort())
  })

  it.each(mediaIn(DOCUMENT))('has examples at %s that its own schema accepts', (_path, media) => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false })
    ajv.addVocabulary(['components'])
    const { components } = DOCUMENT
    const validate = ajv.compile({ ...media.schema, components: { schemas: components.schemas } })
    for (const { value } of Object.values(media.examples ?? {})) {
      expect(validate(value), ajv.errorsText(validate.errors)).toBe(true)
    }
    expect(validate({ code: 'x' })).toBe(false)
  })
})
