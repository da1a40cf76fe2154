import { CLOUDS } from '../../connector/microsoft-graph/clouds.ts';
import { describe, expect, test } from 'vitest';
import { Refused } from '../../connector/api/refused.ts';
import { signingKeys } from '../../connector/api/signing-keys.ts';
import { whoIsAsking } from '../../connector/api/who-is-asking.ts';
import { CLIENT, goodClaims, NOW, signed, signingKey, TEAMS_DESKTOP, TENANT, type SigningKey } from './entra.ts';

const first = await signingKey('first');
const second = await signingKey('second');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Entra with a clock of ours: what it publishes, whether it answers, and how often it was asked. */
function entra() {
  const state = { at: NOW, published: [first], reachable: true, asked: [] as string[] };
  const keys = signingKeys({
    address: 'https://login.example/keys',
    now: () => state.at,
    get: (address, options) => {
      state.asked.push(`${address} ${options.redirect}`);
      if (!state.reachable) return Promise.reject(new TypeError('fetch failed'));
      return Promise.resolve(Response.json({ keys: state.published.map(({ published }) => published) }));
    },
  });
  const rules = { tenantId: TENANT, clientId: CLIENT, cloud: CLOUDS.global, keys, allowedClients: [TEAMS_DESKTOP] };
  const recognise = whoIsAsking(
    rules,
    () => NOW,
    (size) => new Uint8Array(size),
  );
  const asksWith = async (key: SigningKey): Promise<string> => {
    const token = await signed(key, goodClaims());
    return recognise([`Bearer ${token}`]).then(
      () => 'let in',
      (error: unknown) => (error instanceof Refused ? error.noted : 'something else'),
    );
  };
  return { state, asksWith };
}

describe('the signing keys', () => {
  test('are fetched once for many askers at once, from the one address, following no redirect', async () => {
    const { state, asksWith } = entra();
    expect(await Promise.all([asksWith(first), asksWith(first), asksWith(first)])).toEqual(Array(3).fill('let in'));
    expect(await asksWith(first)).toBe('let in');
    expect(state.asked).toEqual(['https://login.example/keys error']);
  });

  test('roll over: an unknown key makes one new fetch', async () => {
    const { state, asksWith } = entra();
    expect(await asksWith(first)).toBe('let in');
    state.published = [first, second];
    state.at += 31_000;
    expect(await asksWith(second)).toBe('let in');
    expect(await asksWith(first)).toBe('let in');
    expect(state.asked).toHaveLength(2);
  });

  test('are not asked for again within half a minute, however many unknown keys come', async () => {
    const { state, asksWith } = entra();
    await asksWith(first);
    for (let index = 0; index < 5; index += 1) expect(await asksWith(second)).toBe('token-unknown-key');
    expect(state.asked).toHaveLength(1);
    state.at += 31_000;
    expect(await asksWith(second)).toBe('token-unknown-key');
    expect(state.asked).toHaveLength(2);
  });

  test('go on counting while Entra is away; unknown ones are refused', async () => {
    const { state, asksWith } = entra();
    await asksWith(first);
    state.reachable = false;
    state.at += 13 * HOUR;
    expect(await asksWith(first)).toBe('let in');
    state.at += MINUTE;
    expect(await asksWith(second)).toBe('token-keys-unreachable');
  });

  test('stop counting within the day after Entra withdrew them', async () => {
    const { state, asksWith } = entra();
    await asksWith(first);
    state.published = [second];
    state.at += 13 * HOUR;
    expect(await asksWith(first)).toBe('token-unknown-key');
  });

  test('let nobody in while there are none, and are found when Entra is back', async () => {
    const { state, asksWith } = entra();
    state.reachable = false;
    expect(await asksWith(first)).toBe('token-keys-unreachable');
    state.reachable = true;
    state.at += 31_000;
    expect(await asksWith(first)).toBe('let in');
  });

  test.each([
    ['an error page', () => new Response('<html>', { status: 502 })],
    ['a page in place of keys', () => new Response('<html>')],
    ['no key at all', () => Response.json({ keys: [] })],
  ])('%s lets nobody in', async (_what, answer) => {
    const keys = signingKeys({
      address: 'https://login.example/keys',
      now: () => NOW,
      get: () => Promise.resolve(answer()),
    });
    const rules = { tenantId: TENANT, clientId: CLIENT, cloud: CLOUDS.global, keys, allowedClients: [TEAMS_DESKTOP] };
    const recognise = whoIsAsking(
      rules,
      () => NOW,
      (size) => new Uint8Array(size),
    );
    const token = await signed(first, goodClaims());
    await expect(recognise([`Bearer ${token}`])).rejects.toMatchObject({ noted: 'token-keys-unreachable' });
  });
});
