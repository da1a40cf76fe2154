import { Command } from 'commander';
import { Stopped } from '../stopped.ts';
import { addInstalling } from './installing.ts';
import type { CommandMachine, Machine } from './machine.ts';
import { addMeasuring } from './measuring.ts';
import { addOperating } from './operating.ts';
import { addReleased } from './released.ts';
import { addScopes } from './scopes.ts';
import { explain, isHelp, toldToScript } from './told-error.ts';

/**
 * Runs one command line. Each command loads the rooms it needs when it is run, so that a mistake, and `--help`, is
 * answered at once.
 *
 * @param args as typed after the program's name
 * @returns the code to end with: 0 where all went well, 1 where something was refused or found amiss, `stop`'s reason
 *   where the process was told to stop
 */
export async function runCommandLine(args: readonly string[], machine: Machine): Promise<number> {
  const { out, err, stop } = machine;
  let code = 0;
  const program = commandLine({
    ...machine,
    tell: (line) => {
      err(`${line}\n`);
    },
    tellScript: (line) => {
      out(`${JSON.stringify({ said: line })}\n`);
    },
    print: (value, asJson, sentence) => {
      out(asJson === true ? `${JSON.stringify(value, undefined, 2)}\n` : `${sentence}\n`);
    },
    endWith: (given) => {
      code = given;
    },
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (isHelp(error)) return error.exitCode;
    if (args.includes('--json')) out(`${JSON.stringify(toldToScript(error))}\n`);
    err(`${explain(error)}\n`);
    return error instanceof Stopped ? Number(stop.reason) : 1;
  }
}

function commandLine(machine: CommandMachine): Command {
  const program = new Command('samspill')
    .description('Shows how an organisation works together across units, from metadata, without showing a person.')
    .exitOverride()
    .configureOutput({ writeOut: machine.out, writeErr: machine.err, outputError: () => undefined });
  for (const add of [addOperating, addReleased, addInstalling, addMeasuring, addScopes]) add(program, machine);
  return program;
}
