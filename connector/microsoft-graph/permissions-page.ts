import { writeFileSync } from 'node:fs';
import { SOURCE_DECLARATIONS } from './source-declarations.ts';
import type { SourceDeclaration } from './source-declaration.ts';

/** Where the page lies; a test holds it against `permissionsPage()`. */
export const PERMISSIONS_PAGE = new URL('./PERMISSIONS.md', import.meta.url);

/** PERMISSIONS.md: what is asked of Microsoft Graph, for whoever must consent to it. Made from the declarations. */
export function permissionsPage(): string {
  const roles = new Map(
    SOURCE_DECLARATIONS.flatMap(({ permissions }) => permissions.map(({ role, id }) => [role, id])),
  );
  return [
    '# What Samspill asks of Microsoft Graph',
    'Made by `node connector/microsoft-graph/permissions-page.ts` from the declarations beside it; do not edit.',
    'All are application permissions for reading. Nothing else is asked for, and nothing is ever written.',
    '## Permissions',
    [...roles].map(([role, id]) => `- \`${role}\` (${id})`).join('\n'),
    ...SOURCE_DECLARATIONS.flatMap(section),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function section({ name, endpoint, permissions, fields, unasked = [] }: SourceDeclaration): string[] {
  return [
    `## ${name}`,
    `\`GET ${endpoint}\` with ${permissions.map(({ role }) => `\`${role}\``).join(' and ')}. Fields read, and why:`,
    fields.map(({ field, reason }) => `- \`${field}\`: ${reason}`).join('\n'),
    ...(unasked.length === 0
      ? []
      : [
          `Graph sends along and gives no way to leave out, dropped in the parser: ${unasked.map((field) => `\`${field}\``).join(', ')}.`,
        ]),
  ];
}

if (import.meta.main) writeFileSync(PERMISSIONS_PAGE, permissionsPage());
