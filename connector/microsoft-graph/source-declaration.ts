/**
 * What a source asks Microsoft Graph for: one endpoint, the application permissions it needs, the fields that are read
 * and why. The `$select` of its requests is made from this list, and so is PERMISSIONS.md, so that what is said and
 * what is asked cannot part.
 */
export interface SourceDeclaration {
  readonly name: string;
  /** Path under the version, with values in braces: all that an error may say of a URL. */
  readonly endpoint: string;
  readonly permissions: readonly { readonly role: string; readonly id: string }[];
  /** A field is a path such as `sender/emailAddress/address`, an annotation with `@`, or a column of a report. */
  readonly fields: readonly { readonly field: string; readonly reason: string }[];
  /** What Graph sends along and gives no way to leave out, where it tells of people: gone in the parser. */
  readonly unasked?: readonly string[];
}

/** The properties a request for this source selects: the first step of each field's path, annotations left out. */
export function selectedFields(source: SourceDeclaration): string[] {
  const roots = source.fields.map(({ field }) => field.split('/', 1).join()).filter((root) => !root.startsWith('@'));
  return [...new Set(roots)];
}
