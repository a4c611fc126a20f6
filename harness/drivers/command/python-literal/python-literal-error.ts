/** Why a text is not a Python literal. */
export class PythonLiteralError extends Error {}
