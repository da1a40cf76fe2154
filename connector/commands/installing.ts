import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as machineWait } from 'node:timers/promises';
import type { Command } from 'commander';
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '../documents/document.ts';
import { Failure } from '../failure.ts';
import { readLanguage } from './arguments.ts';
import { settingsOf, TENANT, type CommandMachine } from './machine.ts';

interface OfTenant {
  readonly tenantId?: string;
  readonly json?: boolean;
}

interface DocumentsOptions extends OfTenant {
  readonly out: string;
  readonly language?: DocumentLanguage;
  readonly proposed?: string;
}

/** `doctor`, `documents`, `units`, `forget`, `package`: what whoever installs it needs beside the tab. */
export function addInstalling(program: Command, machine: CommandMachine): void {
  program
    .command('doctor')
    .description('say what keeps this installation from working, and whose move it is; changes nothing')
    .option(...TENANT)
    .option('--json', 'print JSON instead of sentences')
    .action((options: OfTenant) => askDoctor(options, machine));
  program
    .command('documents')
    .description(
      'write drafts for people to finish: staff notice, DPIA, record of processing and others; asks Microsoft nothing',
    )
    .requiredOption('--out <folder>', 'where to write them')
    .option('--language <language>', 'nb, nn or en (default: all three)', readLanguage)
    .option('--proposed <file>', 'a scope document: write also what it would change, and for whom')
    .option(...TENANT)
    .option('--json', 'print JSON instead of sentences')
    .action((options: DocumentsOptions) => writeDrafts(options, machine));
  program
    .command('units')
    .description(
      'say what units the scope makes: headcounts, people without a unit, what each table merges; names nobody',
    )
    .option(...TENANT)
    .option('--json', 'print JSON instead of sentences')
    .action((options: OfTenant) => sayUnits(options, machine));
  program
    .command('forget')
    .description('forget somebody who has left: delete every row about them, and never read them again')
    .requiredOption('--person <object id>', 'the object id of their account in Entra')
    .option(...TENANT)
    .option('--json', 'print JSON instead of sentences')
    .action((options: OfTenant & { person: string }) => forgetSomebody(options, machine));
  program
    .command('package')
    .description('build the Teams app package')
    .requiredOption('--host <host>', 'public host name of the tab, in lower case')
    .requiredOption('--client-id <id>', 'application (client) id of the app registration')
    .option('--out <folder>', 'where to write the package', '.')
    .option('--json', 'print JSON instead of sentences')
    .action((options: PackageOptions) => packApp(options, machine));
}

async function askDoctor({ tenantId, json }: OfTenant, machine: CommandMachine): Promise<void> {
  const { environmentFor } = await import('../tenants.ts');
  const environment = environmentFor(machine.environment, tenantId);
  const [{ doctor, findingLines, isWell }, { TAB_FOLDER }] = await Promise.all([
    import('../doctor.ts'),
    import('../tab-build.ts'),
  ]);
  const findings = await doctor({
    ...{ environment, tabFolder: TAB_FOLDER, now: Date.now, random: randomBytes },
    wait: (ms) => machineWait(ms),
  });
  machine.print({ well: isWell(findings), findings }, json, findingLines(findings).join('\n'));
  if (!isWell(findings)) machine.endWith(1);
}

async function writeDrafts(options: DocumentsOptions, { environment, print }: CommandMachine): Promise<void> {
  const { out, language, proposed } = options;
  const settings = await settingsOf(environment, options.tenantId);
  const { writeDocuments } = await import('../write-documents.ts');
  const files = await writeDocuments({
    ...{ settings, out, now: Date.now() },
    languages: language === undefined ? DOCUMENT_LANGUAGES : [language],
    ...(proposed === undefined ? {} : { proposed }),
  });
  const sentence = `Wrote ${String(files.length)} files to ${out}. They are drafts: read, correct and finish them.`;
  print({ files }, options.json, sentence);
}

async function sayUnits(options: OfTenant, { environment, tell, stop, print }: CommandMachine): Promise<void> {
  const settings = await settingsOf(environment, options.tenantId);
  const [{ installation }, { previewLines, previewOfUnits }, { Stopped }] = await Promise.all([
    import('../installation.ts'),
    import('../units.ts'),
    import('../stopped.ts'),
  ]);
  const operation = await installation(settings, tell, stop);
  try {
    const preview = await previewOfUnits({
      ...operation,
      toldOf: () => {
        if (stop.aborted) throw new Stopped();
      },
    });
    print(preview, options.json, previewLines(preview).join('\n'));
  } finally {
    operation.store.close();
  }
}

async function forgetSomebody(options: OfTenant & { person: string }, machine: CommandMachine): Promise<void> {
  const settings = await settingsOf(machine.environment, options.tenantId);
  const [{ applicationOf }, { readCredential }, { installedCustody }, { openStore }, { forget }] = await Promise.all([
    import('../settings.ts'),
    import('../installation.ts'),
    import('../installed-custody.ts'),
    import('../store/open.ts'),
    import('../forget.ts'),
  ]);
  const application = applicationOf(settings);
  const { tenantId } = application;
  const { custody } = installedCustody({
    settings,
    application: { ...application, credential: readCredential(application) },
    random: randomBytes,
    now: Date.now,
  });
  if (!existsSync(settings.SAMSPILL_DATA_FOLDER))
    throw new Failure('bad-input', 'There is no data folder yet, so nobody is held in it.');
  const store = openStore(settings.SAMSPILL_DATA_FOLDER, { tenantId });
  try {
    const holder = `forget/${String(process.pid)}`;
    const wait = (ms: number): Promise<void> => machineWait(ms);
    await forget({ store, tenantId, custody, person: options.person, now: Date.now, wait, holder });
  } finally {
    store.close();
  }
  const sentence = 'Forgotten: nothing is held about this person now, and no run reads them again.';
  machine.print({ forgotten: true }, options.json, sentence);
}

interface PackageOptions {
  readonly host: string;
  readonly clientId: string;
  readonly out: string;
  readonly json?: boolean;
}

async function packApp({ host, clientId, out, json }: PackageOptions, { print }: CommandMachine): Promise<void> {
  if (!existsSync(out)) throw new Failure('bad-input', 'The folder given with --out does not exist: make it first.');
  const { buildPackage } = await import('../../manifest/build-package.ts');
  const { file } = buildPackage({ host, clientId, out });
  print({ file }, json, `Wrote ${file}. Upload it in the Teams admin center; see manifest/INSTALL.md.`);
}
