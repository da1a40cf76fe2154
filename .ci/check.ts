import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Runs what the `check:` scripts of package.json run, two commands at a time: each of them keeps little more than one
 * processor busy. Says what a command said once it has ended, and exits 1 when any failed; the others run to their end.
 */
const SIDE_BY_SIDE = 2;

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const commands = Object.entries(scripts)
  .filter(([name]) => name.startsWith('check:'))
  .flatMap(([, script]) => script.split(' && '));
// What takes longest starts first, or one processor waits for it at the end.
const waiting = commands.toSorted((one, other) => Number(other === 'eslint .') - Number(one === 'eslint .'));

async function run(command: string): Promise<boolean> {
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  process.stdout.write(Buffer.concat(said));
  if (code !== 0) console.error(`check: failed: ${command}`);
  return code === 0;
}

/** Takes the next command until none is left. */
async function work(): Promise<boolean> {
  let isWell = true;
  for (let command = waiting.shift(); command !== undefined; command = waiting.shift())
    isWell = (await run(command)) && isWell;
  return isWell;
}

const ends = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
if (ends.includes(false)) process.exitCode = 1;
