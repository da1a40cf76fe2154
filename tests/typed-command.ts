import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { runCommandLine } from '../connector/commands/command-line.ts';
import { plainEnvironment } from './plain-environment.ts';

/** How a command ended, and all that it said. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

/** A command as an administrator types it, in its own process, with nothing set but what the test sets. */
export async function startedCommand(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ended> {
  const env = { ...plainEnvironment(), ...environment };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['connector/launch.mjs', ...args], { env });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return failed.parse(error);
  }
}

/** The same command line without the process around it: for what is said, where nothing rests on the process. */
export async function typedCommand(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const code = await runCommandLine(args, {
    environment,
    out: (text) => {
      said.stdout += text;
    },
    err: (text) => {
      said.stderr += text;
    },
    stop: new AbortController().signal,
  });
  return { code, ...said };
}
