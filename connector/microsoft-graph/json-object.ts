/** Whether something parsed from JSON is an object (not null, not a list), so that its fields may be looked at. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
