import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Failure } from '../connector/failure.ts';
import { applicationOf, readSettings, SETTING_NAMES } from '../connector/settings.ts';

const TENANT = '0a1b2c3d-0000-4000-8000-000000000001';
const CLIENT = '0a1b2c3d-0000-4000-8000-000000000002';

describe('settings', () => {
  it('has a default for everything the demo needs, and is frozen', () => {
    const settings = readSettings({});
    expect(settings.SAMSPILL_PORT).toBe(8470);
    expect(settings.SAMSPILL_LISTEN_ON).toBe('127.0.0.1');
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it('takes an empty variable for an absent one', () => {
    expect(readSettings({ SAMSPILL_PORT: '' }).SAMSPILL_PORT).toBe(8470);
  });

  it.each([
    ['SAMSPILL_PORT', 'eighty'],
    ['SAMSPILL_PORT', '70000'],
    ['SAMSPILL_SCHEDULE', 'nightly'],
    ['SAMSPILL_MAILBOX_CONCURRENCY', 'both'],
    ['SAMSPILL_CLIENT_SECRET', 'short'],
    ['SAMSPILL_TENANT_ID', 'contoso.onmicrosoft.com'],
    ['SAMSPILL_CERTIFICATE_SHA256', 'abc'],
    ['SAMSPILL_STAGE', 'staging'],
    ['SAMSPILL_CLOUD', 'germany'],
    ['SAMSPILL_MANAGED_IDENTITY', 'mine'],
    ['SAMSPILL_PUBLIC_HOST', 'https://Tab.Example.no/'],
  ])('refuses %s when it is %s, naming the variable and never the value', (name, value) => {
    const refused = (): unknown => readSettings({ [name]: value });
    expect(refused).toThrow(Failure);
    expect(refused).toThrow(name);
    expect(refused).not.toThrow(value);
    expect(refused).not.toThrow(/NaN|Too small|Invalid/);
  });

  it('lists the same names as .env.example', () => {
    const example = readFileSync('.env.example', 'utf8');
    const listed = [...example.matchAll(/^(SAMSPILL_\w+)=/gm)].map(([, name]) => name);
    expect(new Set(listed)).toEqual(new Set(SETTING_NAMES));
  });
});

describe('the application', () => {
  const ids = { SAMSPILL_TENANT_ID: TENANT, SAMSPILL_CLIENT_ID: CLIENT };

  const certificate = { SAMSPILL_CERTIFICATE_KEY_FILE: 'key.pem', SAMSPILL_CERTIFICATE_SHA256: 'a'.repeat(64) };
  const secret = { SAMSPILL_CLIENT_SECRET: 'not-a-real-secret' };
  const federated = { SAMSPILL_FEDERATED_TOKEN_FILE: 'token' };
  const managed = { SAMSPILL_MANAGED_IDENTITY: 'system' };
  const of = (environment: object) => applicationOf(readSettings({ ...ids, ...environment }));

  it.each([
    [certificate, { certificate: { keyFile: 'key.pem', thumbprintSha256: 'a'.repeat(64) } }],
    [federated, { federatedTokenFile: 'token' }],
    [managed, { managedIdentity: 'system' }],
    [{ SAMSPILL_MANAGED_IDENTITY: CLIENT }, { managedIdentity: { clientId: CLIENT } }],
    [{ ...secret, SAMSPILL_STAGE: 'pilot' }, { secret: 'not-a-real-secret' }],
  ])('%j is a credential', (environment, credential) => {
    expect(of(environment).credential).toEqual(credential);
  });

  it.each([
    { ...certificate, ...secret },
    { ...certificate, ...federated },
    { ...federated, ...managed },
    { ...managed, ...secret, SAMSPILL_STAGE: 'pilot' },
  ])('%j is one credential too many', (environment) => {
    expect(() => of(environment)).toThrow('one credential only');
  });

  it.each([{}, { SAMSPILL_STAGE: 'production' }])('a secret is refused in production: %j', (stage) => {
    expect(() => of({ ...secret, ...stage })).toThrow(/use a certificate, .*SAMSPILL_STAGE to pilot/);
    expect(() => of({ ...secret, ...stage })).not.toThrow('not-a-real-secret');
  });

  it('is of the global cloud unless another is named', () => {
    expect(of(managed).cloud).toBe('global');
    expect(of({ ...managed, SAMSPILL_CLOUD: 'china' }).cloud).toBe('china');
  });

  it.each([
    [{}, 'SAMSPILL_TENANT_ID'],
    [ids, 'credential'],
    [{ ...ids, SAMSPILL_CERTIFICATE_KEY_FILE: 'key.pem' }, 'belong together'],
  ])('says which settings are missing', (environment, part) => {
    expect(() => applicationOf(readSettings(environment))).toThrow(part);
  });
});
