import { existsSync } from 'node:fs';
import { Failure } from '../failure.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/open.ts';

/** What a command line has to do with the machine it is typed on: everything it reads of it, and everything it says. */
export interface Machine {
  readonly environment: NodeJS.ProcessEnv;
  /** Takes what was asked for, and nothing else. */
  readonly out: (text: string) => void;
  /** Takes what a person reads. */
  readonly err: (text: string) => void;
  /** Aborted once the process is told to stop; its reason is the code to end with. */
  readonly stop: AbortSignal;
}

/** The machine as a command uses it. */
export interface CommandMachine extends Machine {
  /** One line for a person. */
  readonly tell: (line: string) => void;
  /** The same as a line of JSON, for a script that listens. */
  readonly tellScript: (line: string) => void;
  /** What was asked for, as JSON or as a sentence. */
  readonly print: (value: unknown, asJson: boolean | undefined, sentence: string) => void;
  /** Ends with this code, though nothing was thrown. */
  readonly endWith: (code: number) => void;
}

export const TENANT = ['--tenant-id <id>', 'which tenant, where several are set up'] as const;

/**
 * With what a data folder has released, read-only.
 *
 * @throws Failure 'bad-input' where there is no such folder, and what reading the settings throws
 */
export async function withReleases<Result>(
  { environment }: Machine,
  options: { readonly tenantId?: string; readonly data?: string },
  act: (store: Store) => Result,
): Promise<Result> {
  const { openStore } = await import('../store/open.ts');
  const folder = options.data ?? (await settingsOf(environment, options.tenantId)).SAMSPILL_DATA_FOLDER;
  if (!existsSync(folder)) throw new Failure('bad-input', 'There is no such data folder: name another with --data.');
  const store = openStore(folder, { readOnly: true });
  try {
    return act(store);
  } finally {
    store.close();
  }
}

/** The settings of the one tenant, or of the one named among several. */
export async function settingsOf(environment: NodeJS.ProcessEnv, tenantId: string | undefined): Promise<Settings> {
  const [{ readSettings }, { environmentFor }] = await Promise.all([import('../settings.ts'), import('../tenants.ts')]);
  return readSettings(environmentFor(environment, tenantId));
}
