import { visible } from '../../text/visible.ts'
import type { CheckChange, Comparison, RunComparison } from './compare-reports.ts'
import type { SettingChange } from './compare-settings.ts'

/** The groups of a comparison by what a reader looks for first, without those that are empty. */
export function changeGroups(
  run: RunComparison,
): readonly { readonly name: string; readonly changes: readonly CheckChange[] }[] {
  const groups = [
    { name: 'newly broken', changes: run.newlyBroken },
    { name: 'newly fixed', changes: run.newlyFixed },
    { name: 'still broken', changes: run.stillBroken },
    { name: 'no longer judged', changes: run.noLongerJudged },
    { name: 'newly judged', changes: run.newlyJudged },
  ]
  return groups.filter(({ changes }) => changes.length > 0)
}

/** What a group's name does not say of a change; empty where it says all. */
export function changeNote({ level, earlier, now, sameCase }: CheckChange): string {
  const notes = [
    ...(level === 'MUST' ? [] : [level]),
    ...(now === 'waived' ? ['waived'] : []),
    ...(sameCase === false ? ['by another case'] : []),
    ...(now === 'violated' && isUnjudged(earlier) ? ['not judged before'] : []),
    ...(isUnjudged(now) && earlier !== 'held' ? ['broken before'] : []),
  ]
  return notes.join(', ')
}

function isUnjudged(state: CheckChange['now']): boolean {
  const unjudged = ['not-run', 'not-applicable', 'undecided', 'not-shown'] as const
  return unjudged.some((each) => each === state)
}

/** `seed 2 (was 1)` */
export function settingWords({ name, earlier, now }: SettingChange): string {
  return visible(`${name} ${now} (was ${earlier})`)
}

/** What the two reports do not share, a sentence each without its full stop. */
export function comparisonNotes({
  onlyNow,
  onlyEarlier,
  incomplete,
}: Comparison): readonly string[] {
  return [
    ...incomplete,
    ...onlyNow.map((target) => `${target} is not in the earlier report`),
    ...onlyEarlier.map((target) => `${target} is in the earlier report alone`),
  ].map(visible)
}

/** Said of a run whose data source is of the same name and another content. */
export const DATA_SOURCE_CHANGED = 'the data source has changed since'
