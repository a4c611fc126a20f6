import { areAccusedOfNothing } from './support/accused-of-nothing.ts'
import { oddModules } from './support/odd-connectors.ts'

const modules = await oddModules()

areAccusedOfNothing(
  modules.filter((_, index) => index % 2 === 1),
  { listed: 6, made: 1 },
)
