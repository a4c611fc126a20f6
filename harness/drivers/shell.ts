/** Whose words a line is written in that is there to be pasted. */
export const SHELLS = ['posix', 'powershell', 'cmd'] as const
export type Shell = (typeof SHELLS)[number]

/**
 * The shell of whoever runs this: on Windows PowerShell, or cmd where its own variable says so, which PowerShell does
 * not set.
 */
export function shellOf(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): Shell {
  if (platform !== 'win32') return 'posix'
  return environment['PROMPT'] === undefined ? 'powershell' : 'cmd'
}

export function ownShell(): Shell {
  return shellOf(process.platform, process.env)
}

/** A word that stands for what a variable of the environment holds. */
export function variableIn(shell: Shell, name: string): string {
  return { posix: `"$${name}"`, powershell: `$env:${name}`, cmd: `"%${name}%"` }[shell]
}
