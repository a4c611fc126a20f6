import { readdirSync, readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import * as z from 'zod'
import { abcOpenApi } from '../../contracts/abc-security-monitor/openapi.ts'
import { ConfigFile } from '../../contracts/config-file.ts'
import { Description } from '../../contracts/data-source/description.ts'
import { Scenario } from '../../contracts/scenario.ts'
import { clausesFile, clausesSchema } from './clauses-file.ts'
import { envelopesSchema } from './envelopes-schema.ts'
import { errorCodesFile, errorCodesSchema } from './error-codes-file.ts'
import { pytestFacts, pytestValues } from './pytest-facts.ts'
import { reportSchema } from './report-schema.ts'

const SOURCES = 'mock-datasource/sources'

/** The command that writes the files. */
export const WRITE_SCHEMAS = 'node scripts/write-schemas.ts'

/** What is made from code or from other files, for tools and other languages: the text of each file by its path. */
export function schemaFiles(): Readonly<Record<string, string>> {
  return {
    'contracts/abc-security-monitor/openapi.yaml': yaml(abcOpenApi()),
    'contracts/schemas/clauses.json': json(clausesFile()),
    'contracts/schemas/clauses.schema.json': json(clausesSchema()),
    'contracts/schemas/config.schema.json': json(configSchema()),
    'contracts/schemas/data-source.schema.json': json(dataSourceSchema()),
    'contracts/schemas/envelopes.schema.json': json(envelopesSchema()),
    'contracts/schemas/error-codes.json': json(errorCodesFile()),
    'contracts/schemas/error-codes.schema.json': json(errorCodesSchema()),
    'contracts/schemas/report.schema.json': json(reportSchema()),
    'harness/pytest/connector_contract/harness.json': json(pytestFacts()),
    'contracts/schemas/scenario.schema.json': json(scenarioSchema()),
    'harness/pytest/connector_contract/contract_values.py': pytestValues(),
    ...builtInDescriptions(),
  }
}

/** The built-in descriptions, in the form that is quick to read. */
function builtInDescriptions(): Readonly<Record<string, string>> {
  const files = readdirSync(SOURCES).filter((file) => file.endsWith('.yaml'))
  return Object.fromEntries(
    files.map((file) => [
      `${SOURCES}/json/${file.replace(/\.yaml$/, '.json')}`,
      json(parse(readFileSync(`${SOURCES}/${file}`, 'utf8'))),
    ]),
  )
}

function configSchema(): unknown {
  return { ...z.toJSONSchema(ConfigFile, { io: 'input' }), title: 'connector-contract.config' }
}

function scenarioSchema(): unknown {
  return { ...z.toJSONSchema(Scenario, { io: 'input' }), title: 'a scenario' }
}

/** What extends another need not say what that one does: there the place of a mistake is told when it is loaded. */
function dataSourceSchema(): unknown {
  const { $schema, ...whole } = z.toJSONSchema(Description, { io: 'input' })
  return {
    $schema,
    title: 'a data source',
    if: { type: 'object', required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: {
      properties: { extends: { type: 'string', minLength: 1 } },
      propertyNames: { enum: ['extends', ...Object.keys(Description.shape)] },
    },
    else: whole,
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function yaml(value: unknown): string {
  const text = stringify(value, {
    aliasDuplicateObjects: false,
    lineWidth: 0,
    blockQuote: 'literal',
  })
  return `# Written by ${WRITE_SCHEMAS}, from the schemas in api.ts and the tables beside it.\n${text}`
}
