import type * as z from 'zod'

/** What is wrong with a value, without where: unknown fields are named as this project names them. */
export function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message
  return `unknown field '${issue.keys.join("', '")}'`
}

/** What is wrong with a value, and where: `accounts.0.username: must not contain a colon`. */
export function issueText(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'not valid'
  const path = issue.path.join('.')
  return path ? `${path}: ${messageOf(issue)}` : messageOf(issue)
}
