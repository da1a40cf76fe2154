import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { DocumentLanguage } from '../documents/document.ts';
import { Failure } from '../failure.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/open.ts';
import { readLanguage, readNumber } from './arguments.ts';
import { settingsOf, TENANT, type CommandMachine, type Machine } from './machine.ts';

interface OfTenant {
  readonly tenantId?: string;
  readonly json?: boolean;
}

interface InLanguage extends OfTenant {
  readonly language: DocumentLanguage;
}

const LANGUAGE: [string, string, typeof readLanguage, DocumentLanguage] = [
  '--language <language>',
  'nb, nn or en',
  readLanguage,
  'en',
];

/** `scope` and its commands: show, check, propose, approve. */
export function addScopes(program: Command, machine: CommandMachine): void {
  const scope = program.command('scope').description('what may be read: the scope in force, proposals of another');
  scope
    .command('show')
    .description('show the scope in force, in words; as JSON also proposals, gates and the constants nobody chooses')
    .option(...TENANT)
    .option(...LANGUAGE)
    .option('--json', 'print JSON instead of sentences')
    .action((options: InLanguage) => show(options, machine));
  scope
    .command('check')
    .argument('<file>', 'a scope document')
    .description(
      'say whether a file is a scope, what it would change, and which rows each level leaves; changes nothing',
    )
    .option(...TENANT)
    .option(...LANGUAGE)
    .option('--json', 'print JSON instead of sentences')
    .action((file: string, options: InLanguage) => check(file, options, machine));
  scope
    .command('propose')
    .argument('<file>', 'a scope document')
    .description(
      'lay a proposal down; in production a privacy officer signs it in the tab, and another person approves it',
    )
    .option(...TENANT)
    .option('--json', 'print JSON instead of sentences')
    .action((file: string, options: OfTenant) => propose(file, options, machine));
  scope
    .command('approve')
    .argument('<number>', 'the number of the proposal', readNumber)
    .description('approve a proposal in a pilot; refused in production, where another person does so in the tab')
    .option('--also <source...>', 'approve by name what needs it, such as chat-messages')
    .option(...TENANT)
    .option('--json', 'print JSON instead of sentences')
    .action((number: number, options: OfTenant & { also?: string[] }) => approve(number, options, machine));
}

async function show(options: InLanguage, machine: CommandMachine): Promise<void> {
  const { showScope, shownInWords } = await import('../scope-command.ts');
  const shown = await withScopes(machine, options, false, showScope);
  machine.print(shown, options.json, shownInWords(shown, Date.now(), options.language));
}

async function check(file: string, options: InLanguage, machine: CommandMachine): Promise<void> {
  const [{ checkScope }, { readScopeFile }] = await Promise.all([
    import('../scope-command.ts'),
    import('../installation.ts'),
  ]);
  const checked = await withScopes(machine, options, false, (command) =>
    checkScope(command, readScopeFile(file), options.language),
  );
  machine.print(checked, options.json, checked.inWords);
}

async function propose(file: string, options: OfTenant, machine: CommandMachine): Promise<void> {
  const [{ proposeScope }, { readScopeFile }] = await Promise.all([
    import('../scope-command.ts'),
    import('../installation.ts'),
  ]);
  const made = await withScopes(machine, options, true, (command) =>
    proposeScope(heldStore(command), readScopeFile(file)),
  );
  const sentence =
    made.state === 'draft'
      ? `Proposal ${String(made.number)} is a draft: a privacy officer signs it in the tab, and another person approves it.`
      : `Proposal ${String(made.number)} is ${made.state}.`;
  const warned = made.unknown.map(
    ({ unit, known }) =>
      `${unit} is not among the units last counted: leaving it out leaves nobody out. Known there: ${known.join(', ')}.`,
  );
  machine.print(made, options.json, [...warned, sentence].join('\n'));
}

async function approve(
  number: number,
  options: OfTenant & { readonly also?: readonly string[] },
  machine: CommandMachine,
): Promise<void> {
  const [{ approveScope }, { SOURCE_NAMES }] = await Promise.all([
    import('../scope-command.ts'),
    import('../privacy/scope.ts'),
  ]);
  const also = options.also?.map((text) => {
    const source = SOURCE_NAMES.find((name) => name === text);
    if (source !== undefined) return source;
    throw new Failure('bad-input', 'Name each source after --also as the scope does, such as chat-messages.');
  });
  const state = await withScopes(machine, options, true, (command) => approveScope(heldStore(command), number, also));
  machine.tell('Approved at the command line, by nobody in office. This counts in a pilot, and never in production.');
  machine.print(state, options.json, `It is in force from ${state.effectiveOn ?? 'no day yet'} on.`);
}

interface OverScopes {
  readonly store: Store | undefined;
  readonly stage: Settings['SAMSPILL_STAGE'];
  readonly now: number;
}

/** With the settings and, where there is one, the data folder; `change` opens it for writing. */
async function withScopes<Result>(
  { environment }: Machine,
  options: { readonly tenantId?: string },
  change: boolean,
  act: (command: OverScopes) => Result,
): Promise<Result> {
  const settings = await settingsOf(environment, options.tenantId);
  const { openStore } = await import('../store/open.ts');
  const { SAMSPILL_DATA_FOLDER: folder, SAMSPILL_TENANT_ID: tenantId, SAMSPILL_STAGE: stage } = settings;
  const isHeld = existsSync(join(folder, 'samspill.sqlite'));
  const whose = tenantId === undefined ? {} : { tenantId };
  const store = change || isHeld ? openStore(folder, { readOnly: !change, ...whose }) : undefined;
  try {
    return act({ store, stage, now: Date.now() });
  } finally {
    store?.close();
  }
}

function heldStore(command: OverScopes): OverScopes & { store: Store } {
  const { store } = command;
  if (store === undefined) throw new Failure('scope-missing', 'There is no data folder yet: propose a scope first.');
  return { ...command, store };
}
