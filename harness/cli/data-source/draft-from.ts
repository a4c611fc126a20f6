import { draftText, PLACES } from './draft-text.ts'
import { membersIn } from './module-members.ts'
import { draftedLines, draftName, writeDraft } from './write-draft.ts'

/**
 * Writes the draft of a description, `NAME.yaml` in the current folder.
 *
 * @param folder that of a module of stix-shifter.
 * @returns what to tell whoever wanted it.
 * @throws UsageError where the name cannot be one, the folder is none of a module, or the file is there already.
 */
export function draftFrom(given: string, folder: string): readonly string[] {
  const name = draftName(given)
  const members = membersIn(folder)
  const file = writeDraft(name, draftText(name, members))
  return draftedLines(
    file,
    `is a draft of what ${members.title} is: what its module is given is filled in.`,
    PLACES.map(({ place }) => place),
  )
}
