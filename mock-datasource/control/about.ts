import * as z from 'zod'
import { pagedOperations } from '../../contracts/data-source/serving.ts'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import { lifeCycleOf } from '../engine/life-cycle.ts'
import { FaultWhere } from '../faults/fault-spec.ts'
import { FAULT_SENTENCES, FIELD_UNITS } from '../faults/fault-words.ts'
import { FAULT_KINDS } from '../faults/kinds/index.ts'

/** What there is to know of a data source for whoever drives its mock from outside. Plain JSON. */
export function aboutSource(source: DataSourceDefinition): unknown {
  const { name, title, basePath, operations, errors, query, paging, credentials } = source
  const paged = pagedOperations(source)
  const lifeCycle = lifeCycleOf(source.states)
  return {
    name,
    title,
    connector: source.shows?.connector ?? null,
    base_path: basePath,
    operations: Object.entries(operations).map(([operation, { method, path, role }]) => ({
      ...{ name: operation, method, path: path.startsWith(basePath) ? path : basePath + path },
      ...{ paged: paged.includes(operation), role: role ?? null },
    })),
    states: source.states,
    completed: lifeCycle?.completed ?? null,
    errors: Object.entries(errors.table).map(([code, { http, message, means }]) => ({
      ...{ code, http, message, means: means ?? [] },
      query: source.provoking?.(code) ?? null,
    })),
    no_such_search: errors.roles.no_such_search ?? null,
    queries: { all: query.all, examples: query.examples },
    anomalies: paging.anomalies,
    members: Object.entries(credentials.members).map(([member, { kind }]) => ({
      ...{ name: member, kind },
    })),
    faults: {
      where: fieldsOf(FaultWhere),
      kinds: FAULT_KINDS.map((kind) => ({
        kind: kind.schema.shape.kind.value,
        says: FAULT_SENTENCES[kind.schema.shape.kind.value],
        proceeds: kind.proceeds,
        fields: fieldsOf(kind.schema),
      })),
    },
  }
}

interface Property {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Property[]
  readonly minimum?: number
  readonly maximum?: number
}

/** The fields of a schema, each with what a form needs. */
function fieldsOf(schema: z.ZodType): readonly unknown[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as { properties?: Record<string, Property>; required?: string[] }
  return Object.entries(properties)
    .filter(([name]) => name !== 'kind')
    .map(([name, property]) => ({
      name,
      ...inputFor(property),
      required: required.includes(name),
      unit: FIELD_UNITS[name] ?? null,
    }))
}

function inputFor(property: Property): { input: string; choices?: readonly unknown[] } {
  const { type, anyOf } = property
  const choices = property.enum ?? anyOf?.flatMap((each) => each.enum ?? [])
  if (choices && choices.length > 0) return { input: 'choice', choices }
  if (property.const === true || type === 'boolean') return { input: 'boolean' }
  if (property.const !== undefined) return { input: 'choice', choices: [property.const] }
  if (type === 'integer' || type === 'number') return { input: 'number' }
  if (type === 'string') return { input: 'text' }
  return { input: 'json' }
}
