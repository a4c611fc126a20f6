/** The six methods of a connector, in the order of a search's life. Source: the connector contract, "Methods". */
export const METHODS = ['ping', 'is_async', 'query', 'status', 'results', 'delete'] as const

/** A connector method by its wire name, as a command line and stix-shifter spell it. */
export type Method = (typeof METHODS)[number]
