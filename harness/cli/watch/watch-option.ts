import { Option } from 'commander'

/** `--watch`, as `verify` takes it. */
export function watchOption(): Option {
  const does = 'verify again whenever the connector changes, and show what that has changed'
  // Waivers are drafted into the configuration file, which is watched.
  return new Option('--watch', does).conflicts('writeWaivers').default(false)
}
