/** The most that an option of a run may say, on the command line and in a configuration file. */
export const MOST = {
  /** Workers side by side; each is a process with a mock and hosts of its own. */
  jobs: 64,
  /** Made cases for each check. */
  runs: 1_000_000,
  /** In seconds, a day: for whoever steps through a call. Node's timers end at once where they are to wait 25 days. */
  timeout: 86_400,
  /** In megabytes, a terabyte. */
  memory: 1_048_576,
  /** In seconds, a week. */
  budget: 604_800,
} as const
