import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import { TENANT, withReleases, type CommandMachine } from './machine.ts';

interface AttackOptions {
  readonly tenantId?: string;
  readonly data?: string;
  readonly truth?: boolean;
  readonly json?: boolean;
}

/** `releases`, `verify`, `attack`: what anybody may do with what is released. */
export function addReleased(program: Command, machine: CommandMachine): void {
  program
    .command('releases')
    .description('print every release and the privacy ledger as one JSON document, for `verify` and for an archive')
    .option('--data <folder>', 'of this data folder (default: the one the settings name)')
    .option(...TENANT)
    .action(async (options: { tenantId?: string; data?: string }) => {
      const { exportedReleases } = await import('../exported-releases.ts');
      machine.print(await withReleases(machine, options, exportedReleases), true, '');
    });
  program
    .command('verify <file>')
    .description('check a file that `releases` printed, by the same program that runs without Samspill')
    .action((file: string) => {
      const verifier = fileURLToPath(new URL('../verify.mjs', import.meta.url));
      machine.endWith(spawnSync(process.execPath, [verifier, file], { stdio: 'inherit' }).status ?? 1);
    });
  program
    .command('attack')
    .description('attack our own releases as somebody would who holds them all; changes nothing')
    .option('--data <folder>', 'of this data folder (default: the one the settings name)')
    .option('--truth', 'attack the invented municipality instead, with the truth in hand; never a real tenant')
    .option(...TENANT)
    .option('--json', 'print JSON instead of sentences')
    .action((options: AttackOptions) => attackReleases(options, machine));
}

async function attackReleases(options: AttackOptions, machine: CommandMachine): Promise<void> {
  if (options.truth === true) refuseRealTenant(options, machine.environment);
  const [{ attackLines }, { attackReport }, { attackedMunicipality }] = await Promise.all([
    import('../attack-words.ts'),
    import('../attacked-releases.ts'),
    import('../attacked-municipality.ts'),
  ]);
  const report = options.truth === true ? attackedMunicipality() : await withReleases(machine, options, attackReport);
  machine.print(report, options.json, attackLines(report).join('\n'));
  if (!report.holds) machine.endWith(1);
}

/** What is judged against the truth would tell it. */
function refuseRealTenant({ tenantId, data }: AttackOptions, environment: NodeJS.ProcessEnv): void {
  if (tenantId === undefined && data === undefined && environment['SAMSPILL_TENANT_ID'] === undefined) return;
  throw new Failure(
    'bad-input',
    'A report judged against the truth would tell the truth: with --truth the invented municipality is attacked, so leave --data, --tenant-id and SAMSPILL_TENANT_ID away.',
  );
}
