import { DIRECTORY_FIELDS } from './directory-fields.ts';
import type { Question } from './question.ts';
import type { SourceDeclaration } from './source-declaration.ts';

/** Who may be read where a file lists them: asked about by name, and never as a list of everybody. */
export const listedPeopleSource = {
  name: 'listed-people',
  endpoint: '/users',
  permissions: [{ role: 'User.Read.All', id: 'df021288-bdef-4463-88db-98f22de89214' }],
  fields: DIRECTORY_FIELDS,
} as const satisfies SourceDeclaration;

const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is the id of an object in Entra; else it is a user name. */
export function isObjectId(text: string): boolean {
  return OBJECT_ID.test(text);
}

/** Graph takes at most fifteen values in one `in`. */
const NAMES_A_QUESTION = 15;

/**
 * Asks about these people and nobody else, fifteen at a time. Of nobody there is no question.
 *
 * @param people user names and object ids, as `readHrList` gives them
 * @param select what is asked of each, separated by commas
 */
export function listedPeopleQuestions(people: readonly string[], select: string): Question[] {
  const ids = people.filter(isObjectId);
  const names = people.filter((person) => !isObjectId(person));
  return [...questionsBy('id', ids, select), ...questionsBy('userPrincipalName', names, select)];
}

function questionsBy(property: 'id' | 'userPrincipalName', values: readonly string[], select: string): Question[] {
  const batches = Array.from({ length: Math.ceil(values.length / NAMES_A_QUESTION) }, (_, batch) =>
    values.slice(batch * NAMES_A_QUESTION, (batch + 1) * NAMES_A_QUESTION),
  );
  return batches.map((batch) => ({
    source: listedPeopleSource,
    query: { $select: select, $filter: `${property} in (${batch.map(quoted).join(',')})` },
  }));
}

/** As OData writes a text: a quote within it twice. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
