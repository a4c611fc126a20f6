import type { Target } from '../target.ts'

/** The Python that is taken where none is named. */
export const DEFAULT_PYTHON = 'python3'

/** The options of `verify` that name such a target, unquoted. */
export function stixShifterWords(
  target: Pick<Extract<Target, { kind: 'stix-shifter' }>, 'checkout' | 'module' | 'python'>,
): readonly string[] {
  const { checkout, module, python } = target
  return [
    ...['--stix-shifter', checkout, '--module', module],
    ...(python === DEFAULT_PYTHON ? [] : ['--python', python]),
  ]
}
