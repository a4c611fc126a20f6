/**
 * Variables that lead a connector's requests elsewhere, have it trust others, or change what its language does: nothing
 * that a connector answers for, wherever it runs. Proxies are named in either case.
 */
const DIVERTING: ReadonlySet<string> = new Set([
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'AWS_CA_BUNDLE'],
  ...['OPENSSL_CONF', 'NETRC'],
  ...['NODE_OPTIONS', 'NODE_TLS_REJECT_UNAUTHORIZED', 'NODE_EXTRA_CA_CERTS'],
  ...['NODE_USE_ENV_PROXY', 'NODE_USE_SYSTEM_CA'],
  ...['PYTHONWARNINGS', 'PYTHONHTTPSVERIFY', 'PYTHONSTARTUP'],
])

/** Names those that the author has set, so that they are told from what the environment adds. */
const GIVEN = 'CONNECTOR_CONTRACT_GIVEN'

/** Sets variables that the author wants the connector to have: in this process, for all that it starts. */
export function giveVariables(
  variables: Readonly<Record<string, string>>,
  own: NodeJS.ProcessEnv = process.env,
): void {
  Object.assign(own, variables)
  const names = [...givenNames(own), ...Object.keys(variables)]
  if (names.length > 0) own[GIVEN] = [...new Set(names)].join(',')
}

/** The variables of a process without those that nobody has set on purpose and that divert a connector. */
export function withoutDiverting(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const given = givenNames(own)
  const { [GIVEN]: _, ...others } = own
  const kept = Object.entries(others).filter(([name]) => given.has(name) || !DIVERTING.has(name))
  return Object.fromEntries(kept)
}

/** Whether the author has set this variable. */
export function isGiven(name: string, own: NodeJS.ProcessEnv): boolean {
  return givenNames(own).has(name)
}

/** Those that divert a connector and that it has all the same, since its author wants it so. */
export function givenDiverting(own: NodeJS.ProcessEnv = process.env): readonly string[] {
  return [...givenNames(own)].filter((name) => DIVERTING.has(name)).sort()
}

function givenNames(own: NodeJS.ProcessEnv): ReadonlySet<string> {
  return new Set(own[GIVEN]?.split(',') ?? [])
}
