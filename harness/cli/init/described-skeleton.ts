import type { Description } from '../../../contracts/data-source/description.ts'
import { apiCode } from './api-code.ts'
import { fillInTemplate } from './fill-in-template.ts'
import { relocate } from './relocate.ts'
import type { Skeleton, Wish } from './skeleton.ts'
import { packageJson, TSCONFIG } from './typescript-project.ts'
import { workflowFile } from './workflow-file.ts'

const FOLDERS = [
  ['connectors/skeleton/', 'connector/'],
  ['connectors/support/', 'support/'],
  ['contracts/', 'contract/'],
] as const

/** A connector for an API that a description describes: what the file tells is filled in, in one file to edit. */
export function describedSkeleton(wish: Wish, description: Description): Skeleton {
  const { name } = wish
  const here = (path: string) => `${name}/${path}`
  const { text, open } = apiCode(description)
  const sources = relocate('connectors/skeleton/index.ts', (path) => {
    const [from, to] = FOLDERS.find(([each]) => path.startsWith(each)) ?? []
    if (from === undefined) throw new Error(`there is no place for ${path} in a skeleton`)
    return `${to}${path.slice(from.length)}`
  })
  return {
    files: [
      { path: here('api.ts'), text },
      { path: here('index.ts'), text: indexText(description) },
      ...sources.map(({ path, text }) => ({ path: here(path), text })),
      { path: here('package.json'), text: packageJson(name) },
      { path: here('tsconfig.json'), text: TSCONFIG },
      { path: here('connector-contract.config.yaml'), text: configText(wish) },
      { path: here('README.md'), text: fillInTemplate('typescript/README.md', name) },
      workflowFile('typescript', name),
    ],
    edits: [{ files: [here('api.ts')], what: `what is known of the API of ${description.title}` }],
    verify: [`cd ${name}`, 'npm install', 'npx connector-contract verify'],
    open,
  }
}

function configText({ dataSource }: Wish): string {
  return [
    '# What verify is told of this connector.',
    'target:',
    '  module: ./index.ts',
    `data_source: ${JSON.stringify(dataSource?.word)}`,
    'declare:',
    '  metadata: false',
    '',
  ].join('\n')
}

/** Where the connector is given host and port together, or its CA by a variable, it is told here. */
function indexText({ connection }: Description): string {
  const { port_in_host: isInHost, ca_by_env: variable } = connection
  const imports = [
    ...(variable === undefined ? [] : ["import { readFileSync } from 'node:fs'"]),
    "import { api } from './api.ts'",
    "import { connectorFor } from './connector/index.ts'",
    ...(isInHost || variable
      ? ["import type { ConnectorFactory } from './contract/connector.ts'"]
      : []),
  ]
  if (!isInHost && variable === undefined) {
    return [...imports, '', 'export default connectorFor(api)', ''].join('\n')
  }
  const path = `process.env[${JSON.stringify(variable ?? '').replaceAll('"', "'")}]`
  return [
    ...imports,
    '',
    'const create: ConnectorFactory = (connection, configuration) => {',
    ...(isInHost
      ? [
          "  const [, host = connection.host, port = '443'] = /^(.*):(\\d+)$/.exec(connection.host) ?? []",
        ]
      : []),
    ...(variable === undefined
      ? []
      : [
          `  const file = ${path}`,
          "  const ca = file === undefined ? {} : { selfSignedCert: readFileSync(file, 'utf8') }",
        ]),
    `  const reached = { ...connection${isInHost ? ', host, port: Number(port)' : ''}${variable ? ', ...ca' : ''} }`,
    '  return connectorFor(api)(reached, configuration)',
    '}',
    '',
    'export default create',
    '',
  ].join('\n')
}
