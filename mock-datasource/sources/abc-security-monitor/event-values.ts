import { scramble } from '../../engine/scramble.ts'

/*
 * What the fields of made events are drawn from. Each pool is far smaller than a data set, so that values
 * repeat. Addresses and names come from the ranges reserved for documentation.
 */

export const ACTIONS = ['allowed', 'blocked', 'alert'] as const
export const PROTOCOLS = [
  'tcp',
  'udp',
  'icmp',
  'http',
  'https',
  'dns',
  'tls',
  'ssh',
  'smb',
] as const

/** The edges of the range among them. */
export const PORTS = [0, 1, 22, 25, 53, 80, 123, 443, 445, 3389, 8080, 8443, 65_535] as const

export const USERNAMES = [
  'alice',
  'bob',
  'svc-backup',
  'SYSTEM',
  'root',
  "o'brien",
  'CORP\\jdoe',
  'maría.garcía',
  'Zoë Müller',
  '山田太郎',
  'user name',
  'admin@example.com',
] as const

export const PROCESSES = [
  'powershell.exe',
  'C:\\Windows\\System32\\svchost.exe',
  'C:\\Program Files (x86)\\Example\\agent.exe',
  '/usr/sbin/sshd',
  '/usr/bin/python3 -m http.server',
  'chrome.exe',
  'java',
  'Überwachung.exe',
  'cmd.exe /c "echo hi & whoami"',
] as const

export const URLS = [
  'https://www.example.com/',
  'https://www.example.com/login?user=alice&next=%2Fhome',
  'http://198.51.100.7:8080/download/update.bin',
  'https://example.net/search?q=a+b%20c#results',
  'https://[2001:db8::1]/status',
  'ftp://files.example.org/pub/%E2%82%AC.txt',
  'https://xn--mnchen-3ya.example/straße?größe=10%25',
  "https://example.com/it's/a;path,with=odd:characters",
  'data:text/plain,hello',
] as const

/** Free text as real logs hold it: everything that breaks careless quoting, escaping or line splitting. */
export const MESSAGES = [
  '',
  'Connection allowed by rule 17',
  'Connection blocked by rule 42: destination is on the deny list',
  'Login failed for user "admin" from the console',
  "It's the user's third attempt, isn't it?",
  'He said "no", and \'never\'',
  'first line\nsecond line\nthird line',
  'Windows line\r\nend',
  'column\tcolumn\tcolumn',
  '  leading and trailing blanks  ',
  '100% of disk_space used; 50% expected',
  'path C:\\temp\\new\\table \\u0041 \\n',
  '{"nested": "json", "list": [1, 2]}',
  '<script>alert("x")</script> &amp; friends',
  'SELECT * FROM events; --',
  'null',
  'Zugriff verweigert: Größe überschritten, Straße unbekannt',
  'accès refusé à l’utilisateur « maría »',
  '不正なログイン試行がブロックされました',
  'تم حظر الاتصال',
  'e\u0301 is not \u00e9',
  '🚨 malware found 🦠 in 𝒜ttachment 👩‍💻',
  'line\u2028separator and non-breaking\u00a0space',
  'Certificate expired, continuing (reason=0x800B0101; chain=[leaf, root])',
] as const

export const FILE_HASHES: readonly string[] = Array.from({ length: 64 }, (_, n) =>
  Array.from({ length: 8 }, (_, word) =>
    scramble(n * 8 + word + 1)
      .toString(16)
      .padStart(8, '0'),
  ).join(''),
)

export const HOSTNAMES: readonly string[] = Array.from({ length: 48 }, (_, n) =>
  n % 6 === 0
    ? `srv-${String(n).padStart(3, '0')}.dmz.example.com`
    : `ws-${String(n).padStart(3, '0')}.corp.example.com`,
)

export const IP_ADDRESSES: readonly string[] = Array.from({ length: 200 }, (_, n) => {
  if (n % 5 === 0) return `2001:db8::${(scramble(n) & 0xffff).toString(16)}`
  return `${['192.0.2', '198.51.100', '203.0.113'][n % 3]}.${n}`
})
