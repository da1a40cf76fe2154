import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { buildPackage } from '../manifest/build-package.ts';
import { demo } from './demo.ts';
import { Failure } from './failure.ts';
import { installation } from './installation.ts';
import { collectSpan, publishPeriod } from './operation.ts';
import { addDays, dayNumber, isDay, quarterOf, type Day, type Period } from './privacy/period.ts';
import { releaseDocument, runDocument } from './release-document.ts';
import { serve } from './serve.ts';
import { readSettings } from './settings.ts';

/** What a person reads goes to stderr, so that stdout holds nothing but what was asked for. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function print(value: unknown, asJson: boolean, sentence: string): void {
  process.stdout.write(asJson ? `${JSON.stringify(value, undefined, 2)}\n` : `${sentence}\n`);
}

function readDay(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError('write a day as 2026-07-01');
  return text;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('a whole number from 0 to 65535');
  return port;
}

/** `2026-Q3`, as people say it. */
function readQuarter(text: string): Period {
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
  const first = year === undefined ? '' : `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`;
  if (!isDay(first)) throw new InvalidArgumentError('write a quarter as 2026-Q3');
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

const program = new Command('samspill')
  .description('Shows how an organisation works together across units, from metadata, without showing a person.')
  .showHelpAfterError('(add --help for what the command takes)');

program
  .command('demo')
  .description('play an invented municipality, or a tenant folder, through the whole product and open the tab')
  .option('--tenant <folder>', 'play this tenant folder instead of the invented municipality')
  .option('--from <day>', 'first day of the period, as 2026-07-01 (default: whole quarters)', readDay)
  .option('--to <day>', 'first day after the period', readDay)
  .option('--data <folder>', 'where to keep the database (default: a folder in .samspill/)')
  .option('--port <number>', 'port of the tab', readPort, 8470)
  .option('--once', 'collect and publish one period, print the release as JSON, and end')
  .option('--json', 'print JSON instead of sentences')
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
        tell: options.json === true ? () => undefined : tell,
        stopped: toldToStop,
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
    await serve({
      settings: readSettings(process.env),
      tell: options.json === true ? jsonLine : tell,
      stopped: toldToStop(),
    });
  });

program
  .command('collect')
  .description('read a span of days now')
  .requiredOption('--from <day>', 'first day to read', readDay)
  .requiredOption('--to <day>', 'first day not to read', readDay)
  .option('--json', 'print JSON instead of sentences')
  .action(async (options: { from: Day; to: Day; json?: boolean }) => {
    spanOf(options);
    const operation = await installation(readSettings(process.env), tell);
    try {
      for (let from = options.from; dayNumber(from) < dayNumber(options.to);) {
        const period = quarterOf(from);
        const to = dayNumber(period.to) < dayNumber(options.to) ? period.to : options.to;
        const figures = await collectSpan(operation, { period, from, to });
        print(runDocument({ period, from, to }, figures), options.json === true, `Read ${from} to ${addDays(to, -1)}.`);
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
  .option('--json', 'print JSON instead of sentences')
  .action(async (options: { period: Period; json?: boolean }) => {
    const operation = await installation(readSettings(process.env), tell);
    try {
      const release = await publishPeriod(operation, options.period, false);
      print(releaseDocument(release, undefined), options.json === true, `Published ${options.period.id}.`);
    } finally {
      operation.store.close();
    }
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
async function toldToStop(): Promise<void> {
  await new Promise<void>((stop) => {
    process.once('SIGINT', () => {
      stop();
    });
    process.once('SIGTERM', () => {
      stop();
    });
  });
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
}

function jsonLine(line: string): void {
  process.stdout.write(`${JSON.stringify({ said: line })}\n`);
}

/** One clear sentence for what we know; for what we do not, where it happened but never its words. */
function explain(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const name = error instanceof Error ? error.name : 'something that is no error';
  const place =
    error instanceof Error ? (error.stack?.split('\n').find((line) => line.includes('at ')) ?? '').trim() : '';
  return `Samspill stopped at a fault of its own (${name} ${place}). Nothing stored was lost: please report it.`;
}

try {
  await program.parseAsync();
} catch (error) {
  const code = error instanceof Failure ? error.code : 'broken';
  if (process.argv.includes('--json')) {
    const whoseMove = error instanceof Failure ? error.whoseMove : 'us';
    process.stdout.write(`${JSON.stringify({ failed: code, whoseMove, sentence: explain(error) })}\n`);
  }
  tell(explain(error));
  process.exitCode = 1;
}
