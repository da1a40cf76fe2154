import { runCommandLine } from './commands/command-line.ts';

/** As shells count: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

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

// What a person reads goes to stderr, so that stdout holds nothing but what was asked for.
process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stop: toldToStop(),
});
