import { z } from 'zod';
import { Failure } from './failure.ts';

const guid = z.guid('an Entra id: 8-4-4-4-12 hexadecimal digits');
const hostName = z
  .string()
  .regex(/^(?!.*\.\.)[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host name in lower case, without scheme, port or path');

const CLOUD_NAMES = ['global', 'us-government', 'us-government-dod', 'china'] as const;
export const CUSTODY_KINDS = ['file', 'systemd-credential', 'key-vault', 'managed-hsm'] as const;
/** 256 bits or more, written out: never a path of anything here. */
const WRITTEN_OUT_KEY = /^(?:[0-9a-fA-F]{2}){32,}$|^[A-Za-z0-9+_-]{43,}={0,2}$|PRIVATE KEY/;
const filePath = z
  .string()
  .min(1)
  .refine((path) => !WRITTEN_OUT_KEY.test(path), 'the path of a file or folder, never to a key itself');
const PORT_FORM = 'a whole number from 0 to 65535';

/**
 * Every environment variable: name, unit, default, refusal. Read once, frozen, handed down; no other file reads the
 * environment. `.env.example` lists the same names, and a test holds the two together.
 */
const shape = z.object({
  /** Folder with one settings file (`*.env`) for each of several tenants; then nothing else is set here. */
  SAMSPILL_TENANTS_FOLDER: z.string().min(1).optional(),
  /** Folder for the database, the periods and the wrapped keys. Made when missing. */
  SAMSPILL_DATA_FOLDER: z.string().min(1).default('.samspill/data'),
  /** Directory (tenant) id of the organisation. */
  SAMSPILL_TENANT_ID: guid.optional(),
  /** Application (client) id of the app registration; also the audience of the tab's tokens. */
  SAMSPILL_CLIENT_ID: guid.optional(),
  /** PEM file with the private key of the application's certificate; preferred over a secret. */
  SAMSPILL_CERTIFICATE_KEY_FILE: z.string().min(1).optional(),
  /** SHA-256 thumbprint of that certificate: 64 hexadecimal digits. */
  SAMSPILL_CERTIFICATE_SHA256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, '64 hexadecimal digits')
    .optional(),
  /** Client secret *value* (not its id), for a pilot; refused in production. */
  SAMSPILL_CLIENT_SECRET: z.string().min(8, "the secret's value, 8 characters or more (not its id)").optional(),
  /** File with the token by which another party vouches for this machine (workload identity federation); re-read. */
  SAMSPILL_FEDERATED_TOKEN_FILE: z.string().min(1).optional(),
  /** The identity that Azure gives this machine: `system`, or the client id of one assigned to it. */
  SAMSPILL_MANAGED_IDENTITY: z
    .union([z.literal('system'), guid], '`system`, or the client id of the identity')
    .optional(),
  /** `production` refuses what is fit for a `pilot` only, such as a client secret. */
  SAMSPILL_STAGE: z.enum(['production', 'pilot'], '`production` or `pilot`').default('production'),
  /** Microsoft's cloud the tenant is in; GCC is `global`, GCC High `us-government`. */
  SAMSPILL_CLOUD: z.enum(CLOUD_NAMES, `one of ${CLOUD_NAMES.join(', ')}`).default('global'),
  /** Who keeps the key-encryption key. Absent: `key-vault` in production, `file` in a pilot. */
  SAMSPILL_KEYS: z.enum(CUSTODY_KINDS, `one of ${CUSTODY_KINDS.join(', ')}`).optional(),
  /** Address of the vault or the Managed HSM, as `https://fjord.vault.azure.net`. */
  SAMSPILL_KEY_VAULT: z.string().min(1).optional(),
  /** Name of the key there; keys of periods are named after it. */
  SAMSPILL_KEY_NAME: z
    .string()
    .regex(/^[0-9a-zA-Z-]{1,60}$/, 'letters, digits and hyphens, 60 at most')
    .default('samspill'),
  /** File of the systemd credential with the key-encryption key: 32 random bytes. */
  SAMSPILL_KEY_CREDENTIAL: filePath.optional(),
  /** File of the credential before it, for the one start after a rotation. */
  SAMSPILL_OLD_KEY_CREDENTIAL: filePath.optional(),
  /** For how many days backups of the data folder are kept; 0 where there are none. Required in production. */
  SAMSPILL_BACKUP_DAYS: z
    .string()
    .regex(/^\d{1,4}$/, 'a whole number of days from 0 to 9999')
    .transform(Number)
    .optional(),
  /** Folder outside the data folder and its backups, where each release leaves the head of the privacy ledger. */
  SAMSPILL_LEDGER_PIN: filePath.optional(),
  /** The scope document: what may be read, about whom. Absent: `scope.json` in the data folder. */
  SAMSPILL_SCOPE_FILE: z.string().min(1).optional(),
  /** Port the API and the tab listen on. Teams reaches it through your reverse proxy. */
  SAMSPILL_PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT_FORM)
    .transform(Number)
    .refine((port) => port <= 65_535, PORT_FORM)
    .default(8470),
  /** Address to listen on; loopback unless the proxy is on another machine. */
  SAMSPILL_LISTEN_ON: z.string().min(1).default('127.0.0.1'),
  /** Public host name of the tab, as in the Teams package. Turns on HSTS. */
  SAMSPILL_PUBLIC_HOST: hostName.optional(),
  /**
   * How the limit of four requests at once is read: for each mailbox, as Microsoft's page says today, or for the whole
   * application, as older copies of it can be read; much slower, for a tenant that meets 429s all the same.
   */
  SAMSPILL_MAILBOX_CONCURRENCY: z.enum(['per-mailbox', 'per-app'], '`per-mailbox` or `per-app`').default('per-mailbox'),
  /** When a run starts: five cron fields, UTC. Reports for a day are complete about two days later. */
  SAMSPILL_SCHEDULE: z
    .string()
    .regex(/^\s*\S+(\s+\S+){4}\s*$/, 'five cron fields in UTC, for example 17 2 * * *')
    .default('17 2 * * *'),
});

export type Settings = Readonly<z.infer<typeof shape>>;

/** The names of every setting, for `.env.example` and its test. */
export const SETTING_NAMES: readonly string[] = Object.keys(shape.shape);

/**
 * Reads the settings from the environment. A variable that is set but empty counts as absent.
 *
 * @throws Failure 'bad-setting' naming the variable and the expected form, never the value
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(present);
  if (parsed.success) {
    if (parsed.data.SAMSPILL_STAGE === 'production') refuseKeys(present);
    return Object.freeze(parsed.data);
  }
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? 'a setting');
  throw new Failure('bad-setting', `Set ${name} to ${issue?.message ?? 'another value'}; see .env.example.`);
}

/** Neither under a name of ours nor under one that looks like it. */
function refuseKeys(environment: Readonly<Record<string, string | undefined>>): void {
  const key = Object.entries(environment).find(
    ([name, value = '']) =>
      name.startsWith('SAMSPILL_') &&
      name !== 'SAMSPILL_CERTIFICATE_SHA256' &&
      (WRITTEN_OUT_KEY.test(value) || (/KEY/.test(name) && !SETTING_NAMES.includes(name))),
  );
  if (key === undefined) return;
  throw new Failure(
    'bad-setting',
    `${key[0]} looks like a key in an environment variable, which every process of this account can read: keep keys in a vault or a systemd credential, and make a new one; this one is known now.`,
  );
}

export type Credential =
  | { readonly secret: string }
  | { readonly certificate: { readonly thumbprintSha256: string; readonly keyFile: string } }
  | { readonly federatedTokenFile: string }
  | { readonly managedIdentity: 'system' | { readonly clientId: string } };

export interface Application {
  readonly tenantId: string;
  readonly clientId: string;
  readonly cloud: (typeof CLOUD_NAMES)[number];
  readonly credential: Credential;
}

/**
 * The application's identity, for the commands that speak to Microsoft Graph.
 *
 * @throws Failure 'bad-setting' naming the variables that are missing, too many, or not fit for production
 */
export function applicationOf(settings: Settings): Application {
  const tenantId = settings.SAMSPILL_TENANT_ID;
  const clientId = settings.SAMSPILL_CLIENT_ID;
  if (tenantId === undefined || clientId === undefined) {
    throw new Failure('bad-setting', 'Set SAMSPILL_TENANT_ID and SAMSPILL_CLIENT_ID; see .env.example.');
  }
  const credential = credentialOf(settings);
  refuseSecretInProduction(credential, settings);
  return { tenantId, clientId, cloud: settings.SAMSPILL_CLOUD, credential };
}

/** Exactly one: with two, nobody could tell which of them is in use, or take the other away. */
function credentialOf(settings: Settings): Credential {
  const [credential, ...others] = credentialsIn(settings);
  if (credential === undefined) {
    throw new Failure(
      'bad-setting',
      'Give the application a credential: SAMSPILL_CERTIFICATE_KEY_FILE with SAMSPILL_CERTIFICATE_SHA256, SAMSPILL_FEDERATED_TOKEN_FILE or SAMSPILL_MANAGED_IDENTITY; see .env.example.',
    );
  }
  if (others.length === 0) return credential;
  throw new Failure(
    'bad-setting',
    'Give the application one credential only: a certificate, SAMSPILL_FEDERATED_TOKEN_FILE, SAMSPILL_MANAGED_IDENTITY or SAMSPILL_CLIENT_SECRET.',
  );
}

function credentialsIn(settings: Settings): Credential[] {
  const certificate = certificateOf(settings);
  const tokenFile = settings.SAMSPILL_FEDERATED_TOKEN_FILE;
  const identity = settings.SAMSPILL_MANAGED_IDENTITY;
  const secret = settings.SAMSPILL_CLIENT_SECRET;
  return [
    ...(certificate === undefined ? [] : [{ certificate }]),
    ...(tokenFile === undefined ? [] : [{ federatedTokenFile: tokenFile }]),
    ...(identity === undefined ? [] : [{ managedIdentity: managedIdentityOf(identity) }]),
    ...(secret === undefined ? [] : [{ secret }]),
  ];
}

function managedIdentityOf(identity: string): 'system' | { readonly clientId: string } {
  return identity === 'system' ? identity : { clientId: identity };
}

function certificateOf(settings: Settings): { thumbprintSha256: string; keyFile: string } | undefined {
  const keyFile = settings.SAMSPILL_CERTIFICATE_KEY_FILE;
  const thumbprintSha256 = settings.SAMSPILL_CERTIFICATE_SHA256;
  if (keyFile !== undefined && thumbprintSha256 !== undefined) return { thumbprintSha256, keyFile };
  if (keyFile === undefined && thumbprintSha256 === undefined) return undefined;
  throw new Failure(
    'bad-setting',
    'SAMSPILL_CERTIFICATE_KEY_FILE and SAMSPILL_CERTIFICATE_SHA256 belong together: set both.',
  );
}

function refuseSecretInProduction(credential: Credential, { SAMSPILL_STAGE: stage }: Settings): void {
  if (!('secret' in credential) || stage === 'pilot') return;
  throw new Failure(
    'bad-setting',
    'A client secret can be copied without a trace and is not taken in production: use a certificate, a managed identity or workload identity federation (manifest/INSTALL.md), or set SAMSPILL_STAGE to pilot while this is one.',
  );
}
