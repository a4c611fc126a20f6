import type { DataSourceOptions } from '../data-source-option.ts'

/** What `drift` was given, as commander hands it over. */
export interface DriftCommandOptions extends DataSourceOptions {
  readonly url: string
  readonly against: string
  readonly username?: string
  readonly password?: string
  readonly token?: string
  readonly cert?: string
  readonly againstUsername?: string
  readonly againstPassword?: string
  readonly againstToken?: string
  readonly againstCert?: string
  readonly query: string
  readonly timeout: number
  readonly json?: string
  readonly strict: boolean
}

/** The options that say who asks at one side, and by which certificate it is known. */
export interface SideGiven {
  /** What they begin with. */
  readonly prefix: '--' | '--against-'
  readonly username: Given
  readonly password: Given
  readonly token: Given
}

/** A value, and whether it stands on the command line and not in a variable. */
export interface Given {
  readonly value: string | undefined
  readonly isTyped: boolean
}

/** Who asks at the side that `--url` names, or at the other. `isTyped` tells by an option's name. */
export function sideGiven(
  options: DriftCommandOptions,
  side: 'url' | 'against',
  isTyped: (name: keyof DriftCommandOptions) => boolean,
): SideGiven {
  const given = (name: keyof DriftCommandOptions, value: string | undefined): Given => ({
    value,
    isTyped: isTyped(name),
  })
  return side === 'url'
    ? {
        prefix: '--',
        username: given('username', options.username),
        password: given('password', options.password),
        token: given('token', options.token),
      }
    : {
        prefix: '--against-',
        username: given('againstUsername', options.againstUsername),
        password: given('againstPassword', options.againstPassword),
        token: given('againstToken', options.againstToken),
      }
}
