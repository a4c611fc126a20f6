/** Why a text is not a Python literal. */
export class PythonLiteralError extends Error {}

/** Its brackets are nested deeper than Python itself reads. */
export class TooDeep extends PythonLiteralError {}
