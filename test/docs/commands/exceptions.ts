/** A command that cannot be run here. A test fails where it stands on the page no more. */
export interface NotHere {
  readonly page: string
  readonly command: string
  readonly why: string
}

const INSTALLS = 'it asks a registry'
const FIXED_PORT =
  'it needs a host on a port that is not ours to choose; README has one of any port'

export const NOT_HERE: readonly NotHere[] = [
  { page: 'README.md', command: 'npm ci && npm run verify', why: INSTALLS },
  { page: 'README.md', command: 'npm ci && npm test', why: INSTALLS },
  {
    page: 'README.md',
    command:
      'npx connector-contract verify --proxy-host https://127.0.0.1:5000 --proxy-cert cert.pem --module abc',
    why: FIXED_PORT,
  },
  {
    page: 'docs/api.md',
    command: 'node scripts/write-schemas.ts',
    why: 'it writes into the checkout; a test of its own keeps what it would write',
  },
  {
    page: 'docs/proxy-host.md',
    command: `python3 main.py host '{}' 127.0.0.1:5000 cert.pem key.pem`,
    why: 'it is a command of stix-shifter itself',
  },
  {
    page: 'docs/proxy-host.md',
    command:
      'npx connector-contract verify --proxy-host https://127.0.0.1:5000 --proxy-cert cert.pem --module async_template',
    why: FIXED_PORT,
  },
  {
    page: 'docs/proxy-host.md',
    command:
      'npx connector-contract verify --proxy-host https://127.0.0.1:5000 --proxy-cert cert.pem --module abc --only PAGE-1 --timeout 600',
    why: FIXED_PORT,
  },
  {
    page: 'docs/proxy-host.md',
    command: `sed -i 's/^    async def /    def /' stix_shifter_utils/utils/proxy_host.py`,
    why: 'it changes a checkout of stix-shifter',
  },
]

/** Pages all of whose commands a test of their own runs. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  'docs/pacts.md': 'test/docs/pacts.test.ts',
  'docs/pytest.md': 'test/harness/pytest/test_page.py',
  'docs/reports.md': 'test/harness/cli/reports-page.test.ts',
  'docs/sharding.md': 'test/docs/sharding.test.ts',
  'docs/waivers.md': 'test/docs/waivers.test.ts',
}

/** What runs until it is stopped, and the words that say that it is ready. */
export const LONG_RUNNING: readonly (readonly [RegExp, RegExp])[] = [
  [/connector-contract mock/, /Ctrl-C stops/],
  [/connector-contract reproduce/, /Ctrl-C stops/],
  [/ --watch/, /Waiting for changes/],
  [/ --inspect-brk/, /a debugger attaches/],
  [/host\.py/, /^\d+$/m],
  [/text\/event-stream/, /^data: /m],
]

/** Of these, what serves no command behind it. */
export const NOBODY_TALKS_TO = / --(?:watch|inspect-brk)/

/** Commands that leave nothing to those behind them: where several pages have one, it is run for the first of them. */
export const SAME_ON_EVERY_PAGE =
  /connector-contract (?:init|recipes|data-source (?:check|list)|verify (?:--stix-shifter|-- python3))/

/** Commands that end with another exit code than 0, which is what they are to show. */
export const EXIT_CODES: readonly (readonly [RegExp, number])[] = [
  // The connector of the pages takes the end of a window to be inclusive.
  [/connector-contract verify \.\/my-connector\.ts/, 1],
  [/connector-contract report report\.json/, 1],
  [/connector-contract replay(?: \w{8})?(?: +#.*)?$/, 1],
  [/connector-contract verify --(?:write-waivers|json report)/, 1],
]

const checking = (clauses: string) =>
  `sed -i 's/^only:.*/only: [${clauses}]/' connector-contract.config.yaml`

/** What is done before a command: by its reader, or to keep it short. */
export const BEFORE: readonly (readonly [RegExp, string])[] = [
  // Each call takes its time there.
  [/ -- python3 |--stix-shifter|--proxy-host/, checking('MODE-1')],
  [/verify \.\/my-connector\.ts/, checking('MODE-1, PAGE-3')],
  // Three ways to start one connector.
  [/connector-contract init/, 'rm -rf my-connector .github'],
  [
    /verify-provider footprint\.json/,
    `cp contracts/pacts/abc-security-monitor-python.json footprint.json`,
  ],
  [/pact-diff old-footprint\.json/, 'cp footprint.json old-footprint.json'],
]
