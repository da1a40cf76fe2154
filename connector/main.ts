import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as machineWait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { buildPackage } from '../manifest/build-package.ts';
import { attackLines } from './attack-words.ts';
import { attackReport } from './attacked-releases.ts';
import { attackedMunicipality } from './attacked-municipality.ts';
import { demo } from './demo.ts';
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from './documents/document.ts';
import { doctor, findingLines, isWell } from './doctor.ts';
import { exportedReleases } from './exported-releases.ts';
import { Failure, FAILURES } from './failure.ts';
import { forget } from './forget.ts';
import { installation, readCredential, readScopeFile } from './installation.ts';
import { measureInThread } from './measure.ts';
import { collectSpan, publishPeriod } from './operation.ts';
import { installedCustody } from './installed-custody.ts';
import { dayNumber, isDay, quarterOf, type Day, type Period } from './privacy/period.ts';
import { SOURCE_NAMES, type SourceName } from './privacy/scope.ts';
import { releaseDocument, runDocument, runLines } from './release-document.ts';
import { approveScope, checkScope, proposeScope, showScope, shownInWords } from './scope-command.ts';
import { serve } from './serve.ts';
import { serveTenants } from './serve-tenants.ts';
import { applicationOf, readSettings, type Settings } from './settings.ts';
import { Stopped } from './stopped.ts';
import { openStore, type Store } from './store/open.ts';
import { TAB_FOLDER } from './tab-build.ts';
import { environmentFor, tenantsFolder } from './tenants.ts';
import { previewLines, previewOfUnits } from './units.ts';
import { writeDocuments } from './write-documents.ts';

/** As shells count: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** What a person reads goes to stderr, so that stdout holds nothing but what was asked for. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function print(value: unknown, asJson: boolean, sentence: string): void {
  process.stdout.write(asJson ? `${JSON.stringify(value, undefined, 2)}\n` : `${sentence}\n`);
}

function readDay(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError('Write a day as 2026-07-01');
  return text;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('Give a whole number from 0 to 65535');
  return port;
}

function readLanguage(text: string): DocumentLanguage {
  const language = DOCUMENT_LANGUAGES.find((one) => one === text);
  if (language === undefined) throw new InvalidArgumentError(`Give one of ${DOCUMENT_LANGUAGES.join(', ')}`);
  return language;
}

function readNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number, as `scope show` lists them');
  return Number(text);
}

/** One more source, as the scope names them. */
function readSource(text: string, before: readonly SourceName[] = []): SourceName[] {
  const source = SOURCE_NAMES.find((name) => name === text);
  if (source === undefined) throw new InvalidArgumentError('Name a source as the scope does, such as chat-messages');
  return [...before, source];
}

function readSeed(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Give a whole number of at most 15 digits');
  return Number(text);
}

function readThreads(text: string): number {
  if (!/^([1-9]|[1-5]\d|6[0-4])$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1 to 64');
  return Number(text);
}

/** `2026-Q3`, as people say it. */
function readQuarter(text: string): Period {
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
  const first = year === undefined ? '' : `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
  if (!isDay(first)) throw new InvalidArgumentError('Write a quarter as 2026-Q3');
  return quarterOf(first);
}

function spanOf(options: { from?: Day; to?: Day }): { from: Day; to: Day } | undefined {
  const { from, to } = options;
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw new Failure('bad-input', 'Give --from and --to together.');
  if (dayNumber(from) >= dayNumber(to)) {
    throw new Failure('bad-input', 'Give --to a later day than --from: --to is the first day after the span.');
  }
  return { from, to };
}

const TENANT = ['--tenant-id <id>', 'which tenant, where several are set up'] as const;

/** With what a data folder has released, read-only. */
function withReleases<Result>(
  options: { readonly tenantId?: string; readonly data?: string },
  act: (store: Store) => Result,
): Result {
  const folder = options.data ?? readSettings(environmentFor(process.env, options.tenantId)).SAMSPILL_DATA_FOLDER;
  if (!existsSync(folder)) throw new Failure('bad-input', 'There is no such data folder: name another with --data.');
  const store = openStore(folder, { readOnly: true });
  try {
    return act(store);
  } finally {
    store.close();
  }
}

const LANGUAGE: [string, string, typeof readLanguage, DocumentLanguage] = [
  '--language <language>',
  'nb, nn or en',
  readLanguage,
  'en',
];

/** What is judged against the truth would tell it. */
function refuseRealTenant({ tenantId, data }: { readonly tenantId?: string; readonly data?: string }): void {
  if (tenantId === undefined && data === undefined && process.env['SAMSPILL_TENANT_ID'] === undefined) return;
  throw new Failure(
    'bad-input',
    'A report judged against the truth would tell the truth: with --truth the invented municipality is attacked, so leave --data, --tenant-id and SAMSPILL_TENANT_ID away.',
  );
}

const stop = toldToStop();

const program = new Command('samspill')
  .description('Shows how an organisation works together across units, from metadata, without showing a person.')
  .exitOverride()
  .configureOutput({ outputError: () => undefined });

program
  .command('demo')
  .description('play an invented municipality, or a tenant folder, through the whole product and open the tab')
  .option('--tenant <folder>', 'play this tenant folder instead of the invented municipality')
  .option('--from <day>', 'first day of the period, as 2026-07-01 (default: whole quarters)', readDay)
  .option('--to <day>', 'first day after the period', readDay)
  .option('--data <folder>', 'where to keep the database (default: a folder in .samspill/)')
  .option('--port <number>', 'port of the tab', readPort, 8470)
  .option('--once', 'collect and publish one period, print the release as JSON, and end')
  .option('--json', 'print JSON instead of sentences, a line of it each while the tab is open')
  .action(
    async (options: {
      tenant?: string;
      from?: Day;
      to?: Day;
      data?: string;
      port: number;
      once?: boolean;
      json?: boolean;
    }) => {
      const { tenant, data, port } = options;
      const span = spanOf(options);
      await demo({
        ...(tenant === undefined ? {} : { tenant }),
        ...(span === undefined ? {} : { span }),
        ...(data === undefined ? {} : { data }),
        port,
        once: options.once === true,
        asJson: options.json === true,
        tell: options.json !== true ? tell : options.once === true ? () => undefined : jsonLine,
        stop,
        print: (value) => {
          print(value, true, '');
        },
      });
    },
  );

program
  .command('serve')
  .description('answer the tab, and collect and publish on schedule')
  .option('--json', 'print JSON instead of sentences')
  .action(async (options: { json?: boolean }) => {
    const told = options.json === true ? jsonLine : tell;
    const folder = tenantsFolder(process.env);
    if (folder === undefined) await serve({ settings: readSettings(process.env), tell: told, stop });
    else await serveTenants({ folder, machine: process.env, tell: told, stop });
  });

program
  .command('collect')
  .description('read a span of days now')
  .requiredOption('--from <day>', 'first day to read', readDay)
  .requiredOption('--to <day>', 'first day not to read', readDay)
  .option(...TENANT)
  .option('--json', 'print JSON instead of sentences: one line for each quarter the span touches')
  .action(async (options: { tenantId?: string; from: Day; to: Day; json?: boolean }) => {
    spanOf(options);
    const operation = await installation(readSettings(environmentFor(process.env, options.tenantId)), tell, stop);
    try {
      for (const line of await operation.missingRoles()) tell(line);
      for (let from = options.from; dayNumber(from) < dayNumber(options.to);) {
        const period = quarterOf(from);
        const to = dayNumber(period.to) < dayNumber(options.to) ? period.to : options.to;
        const figures = await collectSpan(operation, { period, from, to });
        const document = JSON.stringify(runDocument({ period, from, to }, figures));
        const said = options.json === true ? document : runLines({ period, from, to }, figures).join('\n');
        process.stdout.write(`${said}\n`);
        // Whoever calls this from a script wants to hear that something is missing.
        if (figures.partial) process.exitCode = 1;
        from = to;
      }
    } finally {
      operation.store.close();
    }
  });

program
  .command('publish')
  .description('make the release of a quarter, once')
  .requiredOption('--period <quarter>', 'the quarter, as 2026-Q3', readQuarter)
  .option(...TENANT)
  .option('--json', 'print JSON instead of sentences')
  .action(async (options: { tenantId?: string; period: Period; json?: boolean }) => {
    const operation = await installation(readSettings(environmentFor(process.env, options.tenantId)), tell, stop);
    try {
      const release = await publishPeriod(operation, options.period, false);
      print(releaseDocument(release, undefined), options.json === true, `Published ${options.period.id}.`);
    } finally {
      operation.store.close();
    }
  });

program
  .command('releases')
  .description('print every release and the privacy ledger as one JSON document, for `verify` and for an archive')
  .option('--data <folder>', 'of this data folder (default: the one the settings name)')
  .option(...TENANT)
  .action((options: { tenantId?: string; data?: string }) => {
    print(withReleases(options, exportedReleases), true, '');
  });

program
  .command('verify <file>')
  .description('check a file that `releases` printed, by the same program that runs without Samspill')
  .action((file: string) => {
    const program = fileURLToPath(new URL('verify.mjs', import.meta.url));
    process.exitCode = spawnSync(process.execPath, [program, file], { stdio: 'inherit' }).status ?? 1;
  });

program
  .command('attack')
  .description('attack our own releases as somebody would who holds them all; changes nothing')
  .option('--data <folder>', 'of this data folder (default: the one the settings name)')
  .option('--truth', 'attack the invented municipality instead, with the truth in hand; never a real tenant')
  .option(...TENANT)
  .option('--json', 'print JSON instead of sentences')
  .action((options: { tenantId?: string; data?: string; truth?: boolean; json?: boolean }) => {
    if (options.truth === true) refuseRealTenant(options);
    const report = options.truth === true ? attackedMunicipality() : withReleases(options, attackReport);
    print(report, options.json === true, attackLines(report).join('\n'));
    if (!report.holds) process.exitCode = 1;
  });

program
  .command('doctor')
  .description('say what keeps this installation from working, and whose move it is; changes nothing')
  .option(...TENANT)
  .option('--json', 'print JSON instead of sentences')
  .action(async (options: { tenantId?: string; json?: boolean }) => {
    const findings = await doctor({
      environment: environmentFor(process.env, options.tenantId),
      tabFolder: TAB_FOLDER,
      now: Date.now,
      wait: (ms) => machineWait(ms),
      random: randomBytes,
    });
    print({ well: isWell(findings), findings }, options.json === true, findingLines(findings).join('\n'));
    if (!isWell(findings)) process.exitCode = 1;
  });

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
  .action(
    async (options: {
      tenantId?: string;
      out: string;
      language?: DocumentLanguage;
      proposed?: string;
      json?: boolean;
    }) => {
      const { out, language, proposed } = options;
      const files = await writeDocuments({
        settings: readSettings(environmentFor(process.env, options.tenantId)),
        out,
        languages: language === undefined ? DOCUMENT_LANGUAGES : [language],
        ...(proposed === undefined ? {} : { proposed }),
        now: Date.now(),
      });
      const sentence = `Wrote ${String(files.length)} files to ${out}. They are drafts: read, correct and finish them.`;
      print({ files }, options.json === true, sentence);
    },
  );

program
  .command('units')
  .description(
    'say what units the scope makes: headcounts, people without a unit, what each table merges; names nobody',
  )
  .option(...TENANT)
  .option('--json', 'print JSON instead of sentences')
  .action(async (options: { tenantId?: string; json?: boolean }) => {
    const operation = await installation(readSettings(environmentFor(process.env, options.tenantId)), tell, stop);
    try {
      const preview = await previewOfUnits({
        ...operation,
        toldOf: () => {
          if (stop.aborted) throw new Stopped();
        },
      });
      print(preview, options.json === true, previewLines(preview).join('\n'));
    } finally {
      operation.store.close();
    }
  });

program
  .command('measure')
  .description('measure any network file, for analysts: touches no data folder and asks Microsoft nothing')
  .requiredOption('--ties <file>', 'CSV with from,to[,weight], GEXF (.gexf) or Pajek (.net)')
  .option('--people <file>', 'CSV with person,unit: everybody there is')
  .requiredOption(
    '--out <folder>',
    'where to write people.csv, units.csv, unit-pairs.csv, summary.json, network.svg, network.gexf',
  )
  .option('--directed', 'direction counts (otherwise a pair counts once, and weights of both ways add up)')
  .option('--weighted', 'weights count (otherwise every tie weighs 1)')
  .option('--exact', 'exact betweenness also where that takes long')
  .option(
    '--launch <number>',
    'choose so many units, or volunteers of the file of people, to begin a launch with',
    readSeed,
  )
  .option('--seed <number>', 'what communities and samples are drawn from', readSeed, 1)
  .option('--threads <number>', 'how many threads share the work (default: all there are)', readThreads)
  .option('--json', 'print the summary as JSON instead of sentences')
  .action(async (options: MeasureOptions) => {
    const { ties, people, out, launch, seed, threads, json } = options;
    try {
      const progress = json === true ? { tell: () => undefined } : tellOfEveryTenth();
      const summary = await measureInThread({
        ...{
          ties,
          out,
          seed,
          ...(people === undefined ? {} : { people }),
          ...(launch === undefined ? {} : { launch }),
        },
        ...{ directed: options.directed === true, weighted: options.weighted === true, exact: options.exact === true },
        engine: {
          threads: threads ?? availableParallelism(),
          kernels: new WebAssembly.Module(readFileSync(new URL('network/wasm/kernels.wasm', import.meta.url))),
          signal: stop,
          ...('progress' in progress && { progress: progress.progress }),
        },
        tell: progress.tell,
      });
      const { units, communities, betweenness } = summary;
      const sentence = `Measured ${summary.people.toLocaleString('en')} people, ${summary.ties.toLocaleString('en')} ties, ${String(units)} units and ${String(communities.count)} communities${betweenness.method === 'sampled' ? ' (betweenness from a sample: see summary.json)' : ''}. The results are in ${out}.`;
      print(summary, json === true, sentence);
    } catch (error) {
      throw stop.aborted ? new Stopped() : error;
    }
  });

interface MeasureOptions {
  readonly ties: string;
  readonly people?: string;
  readonly out: string;
  readonly directed?: boolean;
  readonly weighted?: boolean;
  readonly exact?: boolean;
  readonly launch?: number;
  readonly seed: number;
  readonly threads?: number;
  readonly json?: boolean;
}

/** What is being done, and of what takes longer than a second each tenth of it. */
function tellOfEveryTenth(): { tell: (what: string) => void; progress: (done: number, of: number) => void } {
  let [began, told] = [Date.now(), 0];
  return {
    tell: (what) => {
      [began, told] = [Date.now(), 0];
      tell(`${what} …`);
    },
    progress: (done, of) => {
      const tenths = Math.floor((10 * done) / of);
      if (tenths <= told || Date.now() - began < 1000) return;
      told = tenths;
      tell(`  ${String(tenths * 10)} %`);
    },
  };
}

const scope = program.command('scope').description('what may be read: the scope in force, proposals of another');

/** With the settings and, where there is one, the data folder; `change` opens it for writing. */
function withScopes<Result>(
  options: { readonly tenantId?: string },
  change: boolean,
  act: (command: { store: Store | undefined; stage: Settings['SAMSPILL_STAGE']; now: number }) => Result,
): Result {
  const settings = readSettings(environmentFor(process.env, options.tenantId));
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

function heldStore<Command extends { store: Store | undefined }>(command: Command): Command & { store: Store } {
  const { store } = command;
  if (store === undefined) throw new Failure('scope-missing', 'There is no data folder yet: propose a scope first.');
  return { ...command, store };
}

scope
  .command('show')
  .description('show the scope in force, in words; as JSON also proposals, gates and the constants nobody chooses')
  .option(...TENANT)
  .option(...LANGUAGE)
  .option('--json', 'print JSON instead of sentences')
  .action((options: { tenantId?: string; language: DocumentLanguage; json?: boolean }) => {
    const shown = withScopes(options, false, showScope);
    print(shown, options.json === true, shownInWords(shown, Date.now(), options.language));
  });

scope
  .command('check')
  .argument('<file>', 'a scope document')
  .description('say whether a file is a scope, what it would change, and which rows each level leaves; changes nothing')
  .option(...TENANT)
  .option(...LANGUAGE)
  .option('--json', 'print JSON instead of sentences')
  .action((file: string, options: { tenantId?: string; language: DocumentLanguage; json?: boolean }) => {
    const { language } = options;
    const checked = withScopes(options, false, (command) => checkScope(command, readScopeFile(file), language));
    print(checked, options.json === true, checked.inWords);
  });

scope
  .command('propose')
  .argument('<file>', 'a scope document')
  .description(
    'lay a proposal down; in production a privacy officer signs it in the tab, and another person approves it',
  )
  .option(...TENANT)
  .option('--json', 'print JSON instead of sentences')
  .action((file: string, options: { tenantId?: string; json?: boolean }) => {
    const made = withScopes(options, true, (command) => proposeScope(heldStore(command), readScopeFile(file)));
    const sentence =
      made.state === 'draft'
        ? `Proposal ${String(made.number)} is a draft: a privacy officer signs it in the tab, and another person approves it.`
        : `Proposal ${String(made.number)} is ${made.state}.`;
    const warned = made.unknown.map(
      ({ unit, known }) =>
        `${unit} is not among the units last counted: leaving it out leaves nobody out. Known there: ${known.join(', ')}.`,
    );
    print(made, options.json === true, [...warned, sentence].join('\n'));
  });

scope
  .command('approve')
  .argument('<number>', 'the number of the proposal', readNumber)
  .description('approve a proposal in a pilot; refused in production, where another person does so in the tab')
  .option('--also <source...>', 'approve by name what needs it, such as chat-messages', readSource)
  .option(...TENANT)
  .option('--json', 'print JSON instead of sentences')
  .action((number: number, options: { tenantId?: string; also?: SourceName[]; json?: boolean }) => {
    const state = withScopes(options, true, (command) => approveScope(heldStore(command), number, options.also));
    tell('Approved at the command line, by nobody in office. This counts in a pilot, and never in production.');
    print(state, options.json === true, `It is in force from ${state.effectiveOn ?? 'no day yet'} on.`);
  });

program
  .command('forget')
  .description('forget somebody who has left: delete every row about them, and never read them again')
  .requiredOption('--person <object id>', 'the object id of their account in Entra')
  .option(...TENANT)
  .option('--json', 'print JSON instead of sentences')
  .action(async (options: { tenantId?: string; person: string; json?: boolean }) => {
    const settings = readSettings(environmentFor(process.env, options.tenantId));
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
    print({ forgotten: true }, options.json === true, sentence);
  });

program
  .command('package')
  .description('build the Teams app package')
  .requiredOption('--host <host>', 'public host name of the tab, in lower case')
  .requiredOption('--client-id <id>', 'application (client) id of the app registration')
  .option('--out <folder>', 'where to write the package', '.')
  .option('--json', 'print JSON instead of sentences')
  .action((options: { host: string; clientId: string; out: string; json?: boolean }) => {
    if (!existsSync(options.out))
      throw new Failure('bad-input', 'The folder given with --out does not exist: make it first.');
    const { file } = buildPackage({ host: options.host, clientId: options.clientId, out: options.out });
    print(
      { file },
      options.json === true,
      `Wrote ${file}. Upload it in the Teams admin center; see manifest/INSTALL.md.`,
    );
  });

/** The first signal asks to stop, the second one ends at once. */
function toldToStop(): AbortSignal {
  const stopping = new AbortController();
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(code);
      stopping.abort(code);
    });
  }
  return stopping.signal;
}

function jsonLine(line: string): void {
  process.stdout.write(`${JSON.stringify({ said: line })}\n`);
}

/** What a wrong command line is told, in one sentence. */
function misunderstood(error: CommanderError): string {
  const fault = error.message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .replace(/\.$/, '');
  return `Not understood: ${fault}. Add --help to see what the command takes.`;
}

/** One clear sentence for what we know; for what we do not, where it happened but never its words. */
function explain(error: unknown): string {
  if (error instanceof Failure || error instanceof Stopped) return error.message;
  if (error instanceof CommanderError) return misunderstood(error);
  const name = error instanceof Error ? error.name : 'something that is no error';
  const place =
    error instanceof Error ? (error.stack?.split('\n').find((line) => line.includes('at ')) ?? '').trim() : '';
  return `Samspill stopped at a fault of its own (${name} ${place}). Nothing stored was lost: please report it.`;
}

/** How an error is told to a script. */
function told(error: unknown): object {
  const sentence = explain(error);
  if (error instanceof Stopped) return { stopped: true, sentence };
  if (error instanceof Failure) return { failed: error.code, whoseMove: error.whoseMove, sentence };
  if (error instanceof CommanderError) return { failed: 'bad-input', whoseMove: FAILURES['bad-input'], sentence };
  return { failed: 'broken', whoseMove: 'us', sentence };
}

/** `--help`, and a command line without a command, have printed the help already. */
function isHelp(error: unknown): error is CommanderError {
  return error instanceof CommanderError && /^commander\.help/.test(error.code);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = 1;
  if (isHelp(error)) process.exitCode = error.exitCode;
  else {
    if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(told(error))}\n`);
    tell(explain(error));
    if (error instanceof Stopped) process.exitCode = Number(stop.reason);
  }
}
