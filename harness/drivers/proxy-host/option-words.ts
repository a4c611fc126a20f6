import type { Target } from '../target.ts'

/** The options of `verify` that name such a target, unquoted. */
export function proxyHostWords(target: Extract<Target, { kind: 'proxy-host' }>): readonly string[] {
  const { url, certificate, pin, module } = target
  return [
    ...['--proxy-host', url],
    ...(certificate === undefined ? [] : ['--proxy-cert', certificate]),
    ...(pin === undefined ? [] : ['--proxy-pin', pin]),
    ...(module === undefined ? [] : ['--module', module]),
  ]
}
