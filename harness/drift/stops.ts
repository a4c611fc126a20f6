/** A scenario cannot go on at one side, where an answer was not what its next step needs. */
export class CannotGoOn extends Error {}

/** A side is gone, or the user has had enough: nothing more can be found out. */
export class Unfinished extends Error {}
