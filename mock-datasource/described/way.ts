/** Where something stands in a value: names of members, and places in arrays. */
export type Way = readonly (string | number)[]
