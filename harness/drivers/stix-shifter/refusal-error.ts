import { join } from 'node:path'
import { TargetError } from '../../errors.ts'
import type { Refusal } from './messages.ts'

/** The most names of modules that a hint lists. */
const MOST_NAMES = 12

/** What to say where a module, or what it needs, cannot be imported. */
export function refusalError(
  refusal: Omit<Refusal, 'kind' | 'sequence'>,
  { module, checkout, python }: { module: string; checkout: string; python: string },
): TargetError {
  if (refusal.unknown) {
    return new TargetError(`There is no module "${module}" in ${checkout}.`, {
      hint: nearestNames(refusal),
    })
  }
  const what = refusal.step.startsWith('stix_shifter_modules.')
    ? `The module "${module}"`
    : 'stix-shifter'
  return new TargetError(`${what} cannot be imported: ${refusal.error.split('\n', 1)[0]}`, {
    hint: hintFor(refusal, { module, checkout, python }),
  })
}

function nearestNames({ near, modules }: Pick<Refusal, 'near' | 'modules'>): string {
  if (near.length > 0) return `Did you mean ${near.join(' or ')}?`
  if (modules.length === 0) return 'Its folder stix_shifter_modules holds no module at all.'
  const more = modules.length > MOST_NAMES ? `, and ${modules.length - MOST_NAMES} more` : ''
  return `Its modules are ${modules.slice(0, MOST_NAMES).join(', ')}${more}.`
}

function hintFor(
  { missing, step }: Pick<Refusal, 'missing' | 'step'>,
  { module, checkout, python }: { module: string; checkout: string; python: string },
): string {
  if (missing === null || missing.startsWith('stix_shifter')) {
    return `See what it says: PYTHONPATH=${checkout} ${python} -c 'import ${step}'`
  }
  const own = join(checkout, 'stix_shifter_modules', module, 'requirements.txt')
  const shared = join(checkout, 'stix_shifter', 'requirements.txt')
  return `The Python package "${missing}" is not there for ${python}. Install what the checkout needs (${python} -m pip install -r ${shared}, and -r ${own} where there is one), or name another Python with --python.`
}
