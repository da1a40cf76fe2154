import { CommanderError } from 'commander';
import { Failure, FAILURES } from '../failure.ts';
import { Stopped } from '../stopped.ts';

/** What a wrong command line is told, in one sentence. */
function misunderstood(error: CommanderError): string {
  const fault = error.message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .replace(/\.$/, '');
  return `Not understood: ${fault}. Add --help to see what the command takes.`;
}

/** One clear sentence for what we know; for what we do not, where it happened but never its words. */
export function explain(error: unknown): string {
  if (error instanceof Failure || error instanceof Stopped) return error.message;
  if (error instanceof CommanderError) return misunderstood(error);
  const name = error instanceof Error ? error.name : 'something that is no error';
  const place =
    error instanceof Error ? (error.stack?.split('\n').find((line) => line.includes('at ')) ?? '').trim() : '';
  return `Samspill stopped at a fault of its own (${name} ${place}). Nothing stored was lost: please report it.`;
}

/** How an error is told to a script. */
export function toldToScript(error: unknown): object {
  const sentence = explain(error);
  if (error instanceof Stopped) return { stopped: true, sentence };
  if (error instanceof Failure) return { failed: error.code, whoseMove: error.whoseMove, sentence };
  if (error instanceof CommanderError) return { failed: 'bad-input', whoseMove: FAILURES['bad-input'], sentence };
  return { failed: 'broken', whoseMove: 'us', sentence };
}

/** `--help`, and a command line without a command, have printed the help already. */
export function isHelp(error: unknown): error is CommanderError {
  return error instanceof CommanderError && /^commander\.help/.test(error.code);
}
