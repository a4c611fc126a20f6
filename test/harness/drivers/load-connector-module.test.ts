import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConnectorModule } from '../../../harness/drivers/load-connector-module.ts'
import { TargetError } from '../../../harness/errors.ts'

const FACTORY = '(connection, configuration) => ({ is_async: () => true })'

const FILES: Readonly<Record<string, string>> = {
  'default-export.ts': `export default ${FACTORY}`,
  'named-export.js': `export const createConnector = ${FACTORY}; export const declarations = { delete: 'no-op' }`,
  'common.cjs': `module.exports = ${FACTORY}`,
  'compiled.cjs': `exports.__esModule = true; exports.default = ${FACTORY}`,
  'folder/index.ts': `export default ${FACTORY}`,
  'with-main/package.json': '{ "main": "lib/start.js" }',
  'with-main/lib/start.js': `module.exports = ${FACTORY}`,
  'node_modules/a-connector/package.json':
    '{ "name": "a-connector", "type": "module", "exports": { ".": { "import": "./start.js" } } }',
  'node_modules/a-connector/start.js': `export default ${FACTORY}`,
  'node_modules/a-connector/other.js': `export default ${FACTORY}`,
  'no-factory.js': 'export default 1',
  'no-factory.cjs': 'exports.make = () => ({})',
  'class.js': 'export default class { constructor(...given) { this.given = given } }',
  'function-class.cjs':
    'function C(...given) { this.given = given }\nC.prototype.ping = () => {}\nmodule.exports = C',
  'named-class.js': 'export class MyConnector { ping() {} }',
  'connector.js': 'export default { ping() {}, is_async() {} }',
  'no-default.js': 'export const connect = 1',
  'bad-syntax.ts': 'export default = 1',
  'throws.js': 'throw new Error("no configuration file\\nand more")',
  'missing-import.js': 'import "./nowhere.js"; export default 1',
  'bad-manifest/package.json': '{',
  'empty/readme.txt': '',
}

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'load-connector-module-'))
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('loading a connector module', () => {
  it.each([
    ['a TypeScript file', './default-export.ts', 'default-export'],
    ['a file without ./', 'default-export.ts', 'default-export'],
    ['a named export', './named-export.js', 'named-export'],
    ['a CommonJS module', './common.cjs', 'common'],
    ['a CommonJS module compiled from ESM', './compiled.cjs', 'compiled'],
    ['a folder with an index', './folder', 'folder'],
    ['a folder with a package.json', './with-main', 'start'],
    ['an installed package', 'a-connector', 'start'],
    ['a file of an installed package', 'a-connector/other.js', 'other'],
    ['our connector by its short name', 'abc', 'abc-security-monitor'],
    ['our synchronous connector', 'abc-security-monitor-sync', 'abc-security-monitor-sync'],
  ])('takes %s', async (_what, specifier, name) => {
    const module = await loadConnectorModule(specifier, folder)
    expect(module).toMatchObject({ factory: expect.any(Function), name })
  })

  it('takes a file: URL', async () => {
    const url = pathToFileURL(join(folder, 'default-export.ts')).href
    expect(await loadConnectorModule(url)).toMatchObject({
      path: join(folder, 'default-export.ts'),
    })
  })

  it.each(['./class.js', './function-class.cjs'])(
    'makes a connector of a class, with what a factory is given: %s',
    async (file) => {
      const { factory } = await loadConnectorModule(file, folder)
      const [connection, configuration] = [{ host: 'a', port: 1 }, { auth: {} }]
      expect(factory(connection, configuration)).toMatchObject({
        given: [connection, configuration],
      })
    },
  )

  it('gives what the module declares', async () => {
    const module = await loadConnectorModule('./named-export.js', folder)
    expect(module.declarations).toEqual({ delete: 'no-op' })
  })

  it.each([
    ['no such file', './nowhere.ts', /no connector module "\.\/nowhere\.ts"/, /Looked for/],
    ['no such package', 'nowhere', /no connector module "nowhere"/, /installed package/],
    ['a URL that is no file', 'https://example.com/a.js', /no connector module/, /Looked for/],
    ['a file: URL of another host', 'file://host/a.js', /no connector module/, /file:/],
    ['no factory', './no-factory.js', /no connector factory/, /number as default: write `export/],
    ['a connector that is made', './connector.js', /no connector factory/, /is a connector, and/],
    ['a class that is named', './named-class.js', /no c/, /write `export default MyConnector`/],
    ['no default export', './no-default.js', /no connector factory/, /only connect: write `export/],
    ['a syntax error', './bad-syntax.ts', /cannot be loaded/, /./],
    ['a module that throws', './throws.js', /no configuration file$/, /must load without/],
    ['a missing import', './missing-import.js', /cannot be loaded/, /./],
    ['an unreadable package.json', './bad-manifest', /package\.json/, /Correct it/],
    ['a folder without a module', './empty', /holds no connector module/, /index\.ts/],
    [
      'CommonJS without a factory',
      './no-factory.cjs',
      /no connector f/,
      /write `module\.exports = make`/,
    ],
    [
      'a file without its ending',
      './common',
      /no connector module/,
      /^Write \.\/common\.cjs, which/,
    ],
    ['another ending', './common.ts', /no connector module/, /^Write \.\/common\.cjs, which/],
  ])('explains %s', async (_what, specifier, message, hint) => {
    const error = await loadConnectorModule(specifier, folder).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TargetError)
    expect(error).toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    })
  })
})
