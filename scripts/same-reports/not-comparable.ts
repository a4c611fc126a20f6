/** Why nothing can be said: wrong use, or a run that has no verdict. Its message is for the user. */
export class NotComparable extends Error {}
