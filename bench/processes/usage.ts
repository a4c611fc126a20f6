/** What a process has used up. */
export interface Usage {
  /** Processor time of all its threads since it started, in microseconds. */
  readonly cpu: number
  /** Resident memory now, and the most that it ever was, in bytes. */
  readonly rss: number
  readonly mostRss: number
}

/** Of this process. */
export function usage(): Usage {
  const { user, system } = process.cpuUsage()
  return {
    cpu: user + system,
    rss: process.memoryUsage.rss(),
    mostRss: process.resourceUsage().maxRSS * 1024,
  }
}
