import { toolName } from '../../run/tool-name.ts'
import { pythonModule } from './connector-name.ts'
import { readTemplate } from './own-sources.ts'

/** A template with the connector's name, and this version of the package, in place of its own. */
export function fillInTemplate(path: string, name: string): string {
  const [, version = ''] = toolName().split(' ')
  return readTemplate(path)
    .replaceAll('my-connector', name)
    .replaceAll('my_connector', pythonModule(name))
    .replaceAll('connector-contract@latest', `connector-contract@${version}`)
}
