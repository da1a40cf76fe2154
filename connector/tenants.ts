import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { Failure } from './failure.ts';
import { keyIdIn } from './key-custody/key-id-in.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const FOLDER = 'SAMSPILL_TENANTS_FOLDER';

/** The folder with one settings file for each tenant; undefined where the environment is about one tenant. */
export function tenantsFolder(environment: Environment): string | undefined {
  const folder = environment[FOLDER];
  if (folder === undefined || folder === '') return undefined;
  const beside = Object.entries(environment).find(
    ([name, value]) => name.startsWith('SAMSPILL_') && name !== FOLDER && value !== '',
  );
  if (beside === undefined) return folder;
  throw new Failure(
    'bad-setting',
    `${beside[0]} stands beside ${FOLDER}: every other setting belongs into the file of the tenant it is for.`,
  );
}

/** The names of the settings files, in order: `north.env`. @throws Failure 'bad-setting' where there is none */
export function tenantFiles(folder: string): string[] {
  const files = readable(() => readdirSync(folder)).filter((name) => name.endsWith('.env'));
  if (files.length > 0) return files.toSorted();
  throw new Failure(
    'bad-setting',
    `The folder that ${FOLDER} names holds no settings: put a file such as north.env there.`,
  );
}

/**
 * The environment of one tenant: what its own file says, and of the machine's what is none of ours.
 *
 * @throws Failure 'bad-setting'
 */
export function environmentOfTenant(folder: string, file: string, machine: Environment): Environment {
  const settings = parseEnv(readable(() => readFileSync(join(folder, file), 'utf8')));
  const ours = Object.entries(settings).filter(([name]) => name !== FOLDER);
  return {
    ...Object.fromEntries(Object.entries(machine).filter(([name]) => !name.startsWith('SAMSPILL_'))),
    ...Object.fromEntries(ours),
  };
}

/**
 * The environment a command is to work with: the machine's, or with several tenants the one of the tenant named.
 *
 * @throws Failure 'bad-setting', 'bad-input' where the tenant is not named or not among them
 */
export function environmentFor(machine: Environment, tenantId: string | undefined): Environment {
  const folder = tenantsFolder(machine);
  if (folder === undefined) {
    if (tenantId === undefined) return machine;
    throw new Failure('bad-input', `--tenant-id is for several tenants: set ${FOLDER}, or leave it out.`);
  }
  const file = tenantFiles(folder).find((name) => {
    const its = environmentOfTenant(folder, name, machine)['SAMSPILL_TENANT_ID'];
    return tenantId !== undefined && its?.toLowerCase() === tenantId.toLowerCase();
  });
  if (file !== undefined) {
    refuseSharedKeys(folder, file, machine);
    return environmentOfTenant(folder, file, machine);
  }
  throw new Failure('bad-input', `Say with --tenant-id which of the tenants in ${FOLDER} is meant.`);
}

/**
 * Refuses a tenant whose keys are wrapped by another's key, which would let either open the other's.
 *
 * @throws Failure 'bad-setting' naming the other file
 */
export function refuseSharedKeys(folder: string, file: string, machine: Environment): void {
  const keptBy = (name: string): string[] => {
    const {
      SAMSPILL_DATA_FOLDER: data = '',
      SAMSPILL_KEY_VAULT: vault = '',
      SAMSPILL_KEY_NAME: key = 'samspill',
      SAMSPILL_KEY_CREDENTIAL: credential = '',
    } = environmentOfTenant(folder, name, machine);
    const id = data === '' ? undefined : keyIdIn(data);
    const kept = [credential && `file ${resolve(credential)}`, vault && `vault ${vault.replace(/\/+$/, '')}/${key}`];
    return [...kept, id === undefined ? '' : `id ${id}`].filter((name) => name !== '');
  };
  const ours = new Set(keptBy(file));
  const other = tenantFiles(folder).find((name) => name !== file && keptBy(name).some((kept) => ours.has(kept)));
  if (other === undefined) return;
  throw new Failure(
    'bad-setting',
    `The same key wraps the keys of ${file} and ${other}: give each tenant a key of its own.`,
  );
}

function readable<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw new Failure(
      'bad-setting',
      `The folder that ${FOLDER} names, or a file in it, cannot be read: check who may.`,
      {
        cause: error,
      },
    );
  }
}
