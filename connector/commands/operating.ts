import type { Command } from 'commander';
import { dayNumber, quarterOf, type Day, type Period } from '../privacy/period.ts';
import { readDay, readPort, readQuarter, spanOf } from './arguments.ts';
import { settingsOf, TENANT, type CommandMachine } from './machine.ts';

interface DemoOptions {
  readonly tenant?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly data?: string;
  readonly port: number;
  readonly once?: boolean;
  readonly json?: boolean;
}

/** `demo`, `serve`, `collect`, `publish`: what reads days and makes releases. */
export function addOperating(program: Command, machine: CommandMachine): void {
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
    .action((options: DemoOptions) => playDemo(options, machine));
  program
    .command('serve')
    .description('answer the tab, and collect and publish on schedule')
    .option('--json', 'print JSON instead of sentences')
    .action((options: { json?: boolean }) => serveTab(options, machine));
  program
    .command('collect')
    .description('read a span of days now')
    .requiredOption('--from <day>', 'first day to read', readDay)
    .requiredOption('--to <day>', 'first day not to read', readDay)
    .option(...TENANT)
    .option('--json', 'print JSON instead of sentences: one line for each quarter the span touches')
    .action((options: { tenantId?: string; from: Day; to: Day; json?: boolean }) => collectDays(options, machine));
  program
    .command('publish')
    .description('make the release of a quarter, once')
    .requiredOption('--period <quarter>', 'the quarter, as 2026-Q3', readQuarter)
    .option(...TENANT)
    .option('--json', 'print JSON instead of sentences')
    .action((options: { tenantId?: string; period: Period; json?: boolean }) => publishQuarter(options, machine));
}

async function playDemo(options: DemoOptions, { tell, tellScript, print, stop }: CommandMachine): Promise<void> {
  const { tenant, data, port } = options;
  const span = spanOf(options);
  const { demo } = await import('../demo.ts');
  await demo({
    ...(tenant === undefined ? {} : { tenant }),
    ...(span === undefined ? {} : { span }),
    ...(data === undefined ? {} : { data }),
    port,
    once: options.once === true,
    asJson: options.json === true,
    tell: options.json !== true ? tell : options.once === true ? () => undefined : tellScript,
    stop,
    print: (value) => {
      print(value, true, '');
    },
  });
}

async function serveTab(options: { json?: boolean }, machine: CommandMachine): Promise<void> {
  const { environment, stop } = machine;
  const tell = options.json === true ? machine.tellScript : machine.tell;
  const { tenantsFolder } = await import('../tenants.ts');
  const folder = tenantsFolder(environment);
  if (folder === undefined) {
    const settings = await settingsOf(environment, undefined);
    const { serve } = await import('../serve.ts');
    await serve({ settings, tell, stop });
  } else {
    const { serveTenants } = await import('../serve-tenants.ts');
    await serveTenants({ folder, machine: environment, tell, stop });
  }
}

async function collectDays(
  options: { tenantId?: string; from: Day; to: Day; json?: boolean },
  { environment, tell, out, stop, endWith }: CommandMachine,
): Promise<void> {
  spanOf(options);
  const settings = await settingsOf(environment, options.tenantId);
  const [{ installation }, { collectSpan }, { runDocument, runLines }] = await Promise.all([
    import('../installation.ts'),
    import('../operation.ts'),
    import('../release-document.ts'),
  ]);
  const operation = await installation(settings, tell, stop);
  try {
    for (const line of await operation.missingRoles()) tell(line);
    for (let from = options.from; dayNumber(from) < dayNumber(options.to);) {
      const period = quarterOf(from);
      const to = dayNumber(period.to) < dayNumber(options.to) ? period.to : options.to;
      const figures = await collectSpan(operation, { period, from, to });
      const document = JSON.stringify(runDocument({ period, from, to }, figures));
      out(`${options.json === true ? document : runLines({ period, from, to }, figures).join('\n')}\n`);
      // Whoever calls this from a script wants to hear that something is missing.
      if (figures.partial) endWith(1);
      from = to;
    }
  } finally {
    operation.store.close();
  }
}

async function publishQuarter(
  options: { tenantId?: string; period: Period; json?: boolean },
  { environment, tell, stop, print }: CommandMachine,
): Promise<void> {
  const settings = await settingsOf(environment, options.tenantId);
  const [{ installation }, { publishPeriod }, { releaseDocument }] = await Promise.all([
    import('../installation.ts'),
    import('../operation.ts'),
    import('../release-document.ts'),
  ]);
  const operation = await installation(settings, tell, stop);
  try {
    const release = await publishPeriod(operation, options.period, false);
    print(releaseDocument(release, undefined), options.json, `Published ${options.period.id}.`);
  } finally {
    operation.store.close();
  }
}
