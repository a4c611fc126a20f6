/**
 * Kills every process of the group that `pid` leads or led. One that made a session of its own is not
 * among them.
 */
export function killProcessGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // All are gone already, or were never ours to kill: nothing is left to do either way.
  }
}
