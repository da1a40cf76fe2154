import {
  constants,
  createCipheriv,
  createDecipheriv,
  generateKeyPairSync,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import { z } from 'zod';

/**
 * Azure Key Vault's and Managed HSM's REST API for keys, as far as custody uses it: the challenge, `api-version`, key
 * bundles, versions, wrapping with RSA-OAEP-256 (vault) or A256KW (HSM), tags, soft delete, purge and its protection, and
 * refusals with Azure's codes. Source: Microsoft Learn, "Key Vault REST API reference, Keys", 2025-07-01.
 */
export interface FakeVault {
  readonly origin: string;
  readonly keys: Map<string, FakeKey>;
  /** Every request that bore a token, as `METHOD /path`. */
  readonly asked: string[];
  /** Answers to give before any other, first come first served. */
  readonly faults: { status: number; headers?: Record<string, string> }[];
  /** What the application's role does not hold. */
  readonly forbidden: Set<string>;
  readonly rules: { purgeProtection: boolean; resource: string };
  make(
    name: string,
    kty: 'RSA' | 'RSA-HSM' | 'oct-HSM',
    options?: { bits?: number; tags?: Tags; ops?: string[] },
  ): void;
  close(): void;
}

type Tags = Record<string, string>;
interface Version {
  readonly version: string;
  readonly kty: string;
  readonly secret: Buffer | { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  readonly ops: string[];
  tags: Tags;
  enabled: boolean;
}
interface FakeKey {
  readonly versions: Version[];
  deletedAt?: number;
}

const RECOVERABLE_DAYS = 90;
const WRAP_IV = Buffer.from('A6A6A6A6A6A6A6A6', 'hex');
const creation = z.object({
  kty: z.string(),
  key_size: z.number().optional(),
  key_ops: z.array(z.string()).optional(),
  tags: z.record(z.string(), z.string()).optional(),
});
const change = z.object({ tags: z.record(z.string(), z.string()).optional() });
const crypto = z.object({ alg: z.string(), value: z.base64url() });
/** Drawing RSA keys is slow, and which one it is matters to no test but that they differ. */
const pairs = new Map<number, ReturnType<typeof drawn>[]>();
const drawn = (bits: number) => generateKeyPairSync('rsa', { modulusLength: bits });
let pairsGiven = 0;

function pair(bits: number): ReturnType<typeof drawn> {
  const held = pairs.get(bits) ?? [];
  pairs.set(bits, held);
  pairsGiven += 1;
  const at = pairsGiven % 3;
  return (held[at] ??= drawn(bits));
}

/** @param options.token the one token that is taken */
export function fakeVault(options: {
  readonly origin: string;
  readonly resource: string;
  readonly token: string;
  readonly now: () => number;
}): FakeVault {
  const { origin, token, now } = options;
  const keys = new Map<string, FakeKey>();
  const asked: string[] = [];
  const faults: FakeVault['faults'] = [];
  const forbidden = new Set<string>();
  const rules = { purgeProtection: false, resource: options.resource };

  const draw = (kty: string, bits = 2048): Version['secret'] => (kty === 'oct-HSM' ? randomBytes(32) : pair(bits));
  const add = (name: string, kty: string, bits: number | undefined, ops: string[] | undefined, tags: Tags): Version => {
    const key = keys.get(name) ?? { versions: [] };
    keys.set(name, key);
    const made = {
      version: randomBytes(16).toString('hex'),
      kty,
      secret: draw(kty, bits),
      ops: ops ?? ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'],
      tags,
      enabled: true,
    };
    key.versions.push(made);
    return made;
  };
  const bundle = (name: string, it: Version): Record<string, JsonBodyType> => {
    const jwk = Buffer.isBuffer(it.secret) ? {} : it.secret.publicKey.export({ format: 'jwk' });
    return {
      key: {
        kid: `${origin}/keys/${name}/${it.version}`,
        kty: it.kty,
        key_ops: it.ops,
        ...(jwk.n && { n: jwk.n, e: jwk.e }),
      },
      attributes: {
        enabled: it.enabled,
        created: 1_760_000_000,
        updated: 1_760_000_000,
        exportable: false,
        recoveryLevel: rules.purgeProtection ? 'Recoverable' : 'Recoverable+Purgeable',
        recoverableDays: RECOVERABLE_DAYS,
      },
      tags: it.tags,
    };
  };
  const refused = (status: number, code: string, inner?: string) =>
    HttpResponse.json(
      { error: { code, message: 'Azure’s own words.', ...(inner && { innererror: { code: inner } }) } },
      { status },
    );
  const living = (name: string, version?: string): Version | undefined => {
    const key = keys.get(name);
    if (key === undefined || key.deletedAt !== undefined) return undefined;
    return version ? key.versions.find((it) => it.version === version) : key.versions.at(-1);
  };
  const deleted = (name: string): Record<string, JsonBodyType> | undefined => {
    const key = keys.get(name);
    const newest = key?.versions.at(-1);
    if (key?.deletedAt === undefined || newest === undefined) return undefined;
    return {
      ...bundle(name, newest),
      recoveryId: `${origin}/deletedkeys/${name}`,
      deletedDate: Math.floor(key.deletedAt / 1000),
      scheduledPurgeDate: Math.floor(key.deletedAt / 1000) + RECOVERABLE_DAYS * 86_400,
    };
  };

  /** What every request meets before it is looked at. */
  const atTheDoor = (request: Request, right: string) => {
    const url = new URL(request.url);
    if (request.headers.get('authorization') !== `Bearer ${token}`) {
      return HttpResponse.json(
        { error: { code: 'Unauthorized', message: 'AKV10000: Request is missing a Bearer or PoP token.' } },
        {
          status: 401,
          headers: {
            'WWW-Authenticate': `Bearer authorization="https://login.microsoftonline.com/common", resource="${rules.resource}"`,
          },
        },
      );
    }
    if (url.searchParams.get('api-version') === null) return refused(400, 'BadParameter');
    asked.push(`${request.method} ${url.pathname}`);
    const fault = faults.shift();
    if (fault !== undefined) return HttpResponse.json({ error: { code: 'Fault' } }, fault);
    return forbidden.has(right) ? refused(403, 'Forbidden', 'ForbiddenByRbac') : undefined;
  };
  type Names = { name: string; version?: string };
  type Asked = { request: Request; params: Record<string, unknown> };
  const namesIn = (params: Record<string, unknown>): Names => {
    const { name, version } = z.object({ name: z.string(), version: z.string().optional() }).parse(params);
    return { name, ...(version !== undefined && { version }) };
  };
  const on =
    (right: string, act: (names: Names) => Response) =>
    ({ request, params }: Asked) =>
      atTheDoor(request, right) ?? act(namesIn(params));
  const onBody =
    <Body>(right: string, shape: z.ZodType<Body>, act: (names: Names, body: Body) => Response) =>
    async ({ request, params }: Asked) => {
      const turnedAway = atTheDoor(request, right);
      if (turnedAway !== undefined) return turnedAway;
      const body = shape.safeParse(await request.json());
      return body.success ? act(namesIn(params), body.data) : refused(400, 'BadParameter');
    };

  const get = on('get', ({ name, version }) => {
    const it = living(name, version);
    return it === undefined ? refused(404, 'KeyNotFound') : HttpResponse.json(bundle(name, it));
  });
  const use = (right: 'wrapKey' | 'unwrapKey', run: (it: Version, value: Buffer) => Buffer) =>
    onBody(right, crypto, ({ name, version }, { alg, value }) => {
      const it = living(name, version);
      if (it === undefined) return refused(404, 'KeyNotFound');
      if (!it.enabled) return refused(403, 'Forbidden', 'KeyDisabled');
      if (!it.ops.includes(right) || alg !== (it.kty === 'oct-HSM' ? 'A256KW' : 'RSA-OAEP-256')) {
        return refused(400, 'BadParameter');
      }
      try {
        const result = run(it, Buffer.from(value, 'base64url')).toString('base64url');
        return HttpResponse.json({ kid: `${origin}/keys/${name}/${it.version}`, value: result });
      } catch {
        return refused(400, 'BadParameter');
      }
    });
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const wrap = use('wrapKey', ({ secret }, value) => {
    if (!Buffer.isBuffer(secret)) return publicEncrypt({ key: secret.publicKey, padding, oaepHash: 'sha256' }, value);
    const cipher = createCipheriv('id-aes256-wrap', secret, WRAP_IV);
    return Buffer.concat([cipher.update(value), cipher.final()]);
  });
  const unwrap = use('unwrapKey', ({ secret }, value) => {
    if (!Buffer.isBuffer(secret)) return privateDecrypt({ key: secret.privateKey, padding, oaepHash: 'sha256' }, value);
    const cipher = createDecipheriv('id-aes256-wrap', secret, WRAP_IV);
    return Buffer.concat([cipher.update(value), cipher.final()]);
  });
  const server = setupServer(
    http.post(
      `${origin}/keys/:name/create`,
      onBody('create', creation, ({ name }, { kty, key_size, key_ops, tags = {} }) => {
        if (keys.get(name)?.deletedAt !== undefined) return refused(409, 'Conflict', 'ObjectIsDeletedButRecoverable');
        return HttpResponse.json(bundle(name, add(name, kty, key_size, key_ops, tags)));
      }),
    ),
    http.get(`${origin}/keys/:name`, get),
    http.get(`${origin}/keys/:name/`, get),
    http.get(`${origin}/keys/:name/:version`, get),
    http.patch(
      `${origin}/keys/:name/:version`,
      onBody('update', change, ({ name, version }, { tags }) => {
        const it = living(name, version);
        if (it === undefined) return refused(404, 'KeyNotFound');
        it.tags = tags ?? it.tags;
        return HttpResponse.json(bundle(name, it));
      }),
    ),
    http.post(`${origin}/keys/:name/:version/wrapkey`, wrap),
    http.post(`${origin}/keys/:name/:version/unwrapkey`, unwrap),
    http.delete(
      `${origin}/keys/:name`,
      on('delete', ({ name }) => {
        const key = keys.get(name);
        if (key === undefined || key.deletedAt !== undefined) return refused(404, 'KeyNotFound');
        key.deletedAt = now();
        return HttpResponse.json(deleted(name));
      }),
    ),
    http.get(
      `${origin}/deletedkeys/:name`,
      on('get-deleted', ({ name }) => {
        const it = deleted(name);
        return it === undefined ? refused(404, 'KeyNotFound') : HttpResponse.json(it);
      }),
    ),
    http.delete(
      `${origin}/deletedkeys/:name`,
      on('purge', ({ name }) => {
        if (deleted(name) === undefined) return refused(404, 'KeyNotFound');
        if (rules.purgeProtection) return refused(403, 'Forbidden', 'PurgeProtectionEnabled');
        keys.delete(name);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
  );
  server.listen({ onUnhandledRequest: 'error' });
  return {
    ...{ origin, keys, asked, faults, forbidden, rules },
    make: (name, kty, { bits = 3072, tags = {}, ops } = {}) => {
      add(name, kty, bits, ops, tags);
    },
    close: () => {
      server.close();
    },
  };
}
