import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Failure } from '../../connector/failure.ts';
import { appIdOf } from '../../manifest/app-id.ts';
import { buildPackage } from '../../manifest/build-package.ts';
import { readWords } from '../../manifest/words.ts';
import { channelAddress, ownPage } from '../../teams-app/own-page.ts';
import { readRoute } from '../../teams-app/route.ts';
import { en } from '../../teams-app/words/en.ts';
import { nb } from '../../teams-app/words/nb.ts';
import { nn } from '../../teams-app/words/nn.ts';

const HOST = 'samspill.kommune.example';
const CLIENT = '3f8e2c1a-5b6d-4e7f-8a9b-0c1d2e3f4a5b';
const GIVEN = { host: HOST, clientId: CLIENT, version: '1.4.0' };

const anything = z.record(z.string(), z.unknown());
const tabs = z.array(z.object({ name: z.string(), contentUrl: z.string() }));
const configurable = z.array(z.object({ configurationUrl: z.string(), scopes: z.array(z.string()) }));
const words = z.record(z.string(), z.string());

function filesOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
}

function schemaErrors(schemaFile: string, value: unknown): unknown {
  const schema = anything.parse(
    JSON.parse(readFileSync(new URL(`../../manifest/schema/${schemaFile}`, import.meta.url), 'utf8')),
  );
  // Microsoft's localisation schema holds patterns that are not valid under the u flag.
  const ajv = new Ajv.default({ strict: false, unicodeRegExp: false, allErrors: true });
  addFormats.default(ajv);
  const valid = ajv.compile(schema);
  return valid(value) ? [] : valid.errors;
}

function sentenceOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'nothing was refused';
}

describe('a package', () => {
  const built = buildPackage(GIVEN);
  const files = filesOf(built.bytes);
  const manifest = anything.parse(JSON.parse(files['manifest.json']!));

  test('holds exactly its files, all at the root', () => {
    expect(Object.keys(files)).toEqual([
      'manifest.json',
      'color.png',
      'color32x32.png',
      'outline.png',
      'nb.json',
      'nn.json',
      'en.json',
    ]);
    expect(built.file).toBe('samspill-1.4.0.zip');
  });

  test('has a manifest that Microsoft’s schema of version 1.30 takes', () => {
    expect(schemaErrors('v1.30.MicrosoftTeams.schema.json', manifest)).toEqual([]);
  });

  test('is checked by a schema that can refuse', () => {
    const tooLong = { ...manifest, name: { short: 'x'.repeat(31) } };
    expect(schemaErrors('v1.30.MicrosoftTeams.schema.json', tooLong)).not.toEqual([]);
    expect(schemaErrors('v1.30.MicrosoftTeams.schema.json', { ...manifest, invented: 1 })).not.toEqual([]);
  });

  test.each(['nb.json', 'nn.json', 'en.json'])('has %s as the localisation schema wants it', (file) => {
    expect(schemaErrors('v1.30.MicrosoftTeams.Localization.schema.json', JSON.parse(files[file]!))).toEqual([]);
  });

  test('says the same things in three languages, and the manifest says them in the default one', () => {
    const norsk = words.parse(JSON.parse(files['nb.json']!));
    for (const other of ['nn.json', 'en.json']) {
      const said = words.parse(JSON.parse(files[other]!));
      expect(Object.keys(said)).toEqual(Object.keys(norsk));
      expect(said['description.full']).not.toBe(norsk['description.full']);
    }
    expect(manifest['name']).toEqual({ short: norsk['name.short'], full: norsk['name.full'] });
    expect(manifest['description']).toEqual({
      short: norsk['description.short'],
      full: norsk['description.full'],
    });
    expect(manifest['localizationInfo']).toEqual({
      defaultLanguageTag: 'nb',
      defaultLanguageFile: 'nb.json',
      additionalLanguages: [
        { languageTag: 'nn', file: 'nn.json' },
        { languageTag: 'en', file: 'en.json' },
      ],
    });
  });

  test('leaves no place unfilled and leads to no other host', () => {
    expect(files['manifest.json']).not.toContain('${{');
    expect(manifest['validDomains']).toEqual([HOST]);
    expect(manifest['webApplicationInfo']).toEqual({ id: CLIENT, resource: `api://${HOST}/${CLIENT}` });
    const addresses = files['manifest.json']!.match(/https:\/\/[^/"]+/g) ?? [];
    expect(new Set(addresses)).toEqual(new Set(['https://developer.microsoft.com', `https://${HOST}`]));
  });

  test('asks Teams for nothing but who is looking, and waits for the administrator', () => {
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest['permissions']).toEqual(['identity']);
    expect(manifest['defaultBlockUntilAdminAction']).toBe(true);
  });

  test('shows Teams’ own loading picture until the tab says it is there', () => {
    expect(manifest['showLoadingIndicator']).toBe(true);
  });

  test('points at the page “About this data” by the name it has in the tab', () => {
    expect(files['nb.json']).toContain(`«${nb.screens.about}»`);
    expect(files['nn.json']).toContain(`«${nn.screens.about}»`);
    expect(files['en.json']).toContain(`“${en.screens.about}”`);
  });

  test('has its own tabs by the names their screens have, and one for channels, on addresses the tab knows', () => {
    const [, me, about] = tabs.parse(manifest['staticTabs']);
    expect([me?.name, about?.name]).toEqual([nb.screens.me, nb.screens.about]);
    for (const [file, { screens }] of [
      ['nn.json', nn],
      ['en.json', en],
    ] as const) {
      const said = words.parse(JSON.parse(files[file]!));
      expect([said['staticTabs[1].name'], said['staticTabs[2].name']]).toEqual([screens.me, screens.about]);
    }
    expect([me, about].map((tab) => readRoute(new URL(tab?.contentUrl ?? '').pathname)?.screen)).toEqual([
      'me',
      'about',
    ]);
    const [channel] = configurable.parse(manifest['configurableTabs']);
    expect(channel?.scopes).toEqual(['team']);
    expect(ownPage(new URL(channel?.configurationUrl ?? '').pathname)).toBe('channel-set-up');
    expect(new URL(channelAddress(`https://${HOST}`, 'about')).host).toBe(HOST);
  });

  test('is the same bytes each time, for any spelling of the client id', () => {
    expect(buildPackage(GIVEN).bytes).toEqual(built.bytes);
    expect(buildPackage({ ...GIVEN, clientId: CLIENT.toUpperCase() }).bytes).toEqual(built.bytes);
  });

  test('keeps its id through updates, and another installation has another', () => {
    expect(buildPackage({ ...GIVEN, version: '2.0.0' }).appId).toBe(built.appId);
    expect(manifest['id']).toBe(built.appId);
    expect(built.appId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(buildPackage({ ...GIVEN, host: 'samspill.fylke.example' }).appId).not.toBe(built.appId);
    // Computed once with Python's uuid.uuid5 from the same namespace and name: it must never change.
    expect(appIdOf(CLIENT, HOST)).toBe('480811bc-72f3-5945-8d8e-1f8f629b82e8');
  });

  test('bears the product’s own version unless told another', () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));
    expect(buildPackage({ host: HOST, clientId: CLIENT }).file).toBe(`samspill-${version}.zip`);
  });

  test('is written where asked, and says so', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samspill-package-'));
    const { file, bytes } = buildPackage({ ...GIVEN, out: folder });
    expect(file).toBe(join(folder, 'samspill-1.4.0.zip'));
    expect(new Uint8Array(readFileSync(file))).toEqual(bytes);
    rmSync(folder, { recursive: true });
  });

  test('is not written into a folder that is missing', () => {
    const said = sentenceOf(() => buildPackage({ ...GIVEN, out: join(tmpdir(), 'samspill-no-such-folder') }));
    expect(said).toMatch(/^folder-unwritable: /);
  });
});

describe('what is refused', () => {
  test.each([
    ['https://samspill.kommune.no', 'has a scheme'],
    ['samspill.kommune.no:443', 'has a port'],
    ['samspill.kommune.no/overview', 'has a path'],
    ['samspill.kommune.no?x', 'has a path'],
    ['Samspill.kommune.no', 'has capital letters'],
    ['192.168.1.10', 'is an IP address'],
    ['[2001:db8::1]', 'is an IP address'],
    ['2001:db8::1', 'is an IP address'],
    ['10.0.0', 'is an IP address'],
    ['*.kommune.no', 'has a wildcard'],
    ['localhost', 'is not a full name'],
    ['', 'is not a full name'],
    ['samspill..no', 'is not a DNS name'],
    ['samspill.kommune.no.', 'is not a DNS name'],
    ['-samspill.kommune.no', 'is not a DNS name'],
    ['samspill_1.kommune.no', 'is not a DNS name'],
    ['samspill.kommune.no" ,', 'is not a DNS name'],
    ['sámi.kommune.no', 'is not a DNS name'],
    [`${'a'.repeat(64)}.no`, 'is not a DNS name'],
    [`${'abcdefg.'.repeat(32)}no`, 'is not a DNS name'],
  ])('host %s', (host, wrong) => {
    expect(sentenceOf(() => buildPackage({ ...GIVEN, host }))).toBe(
      `bad-input: The host ${wrong}: give the name alone, in full, such as samspill.kommune.no.`,
    );
  });

  test.each(['', 'samspill', `{${CLIENT}}`, `${CLIENT}0`, '00000000-0000-0000-0000-000000000000'])(
    'client id %s',
    (clientId) => {
      expect(sentenceOf(() => buildPackage({ ...GIVEN, clientId }))).toMatch(/^bad-input: The client id is not a GUID/);
    },
  );

  test.each(['', '1', '1.4', 'v1.4.0', '1.4.0-beta', '01.4.0', '1.4.0\n'])('version %j', (version) => {
    expect(sentenceOf(() => buildPackage({ ...GIVEN, version }))).toMatch(/^bad-input: The version is not three/);
  });

  test('no refusal repeats what was typed', () => {
    const typed = 'kari.nordmann@kommune.no';
    for (const wrong of [{ host: typed }, { clientId: typed }, { version: typed }]) {
      expect(sentenceOf(() => buildPackage({ ...GIVEN, ...wrong }))).not.toContain('kari');
    }
  });
});

describe('a language file', () => {
  const delivered = words.parse(JSON.parse(readFileSync(new URL('../../manifest/nb.json', import.meta.url), 'utf8')));
  const read = (change: Record<string, unknown>): string =>
    sentenceOf(() => readWords('nb.json', JSON.stringify({ ...delivered, ...change })));

  test('is taken as delivered, and with the organisation’s own name', () => {
    expect(read({})).toBe('nothing was refused');
    expect(read({ 'name.short': 'Samspill i Fjordvik' })).toBe('nothing was refused');
  });

  test.each([
    ['name.short', 'Samspill for Teams', 'uses a name of Microsoft'],
    ['name.full', 'Samspill i Microsoft 365', 'uses a name of Microsoft'],
    ['name.short', 'x'.repeat(31), 'too long: at most 30'],
    ['description.short', 'x'.repeat(81), 'too long: at most 80'],
    ['description.full', ' ', 'is missing'],
    ['staticTabs[0].name', 'null', 'is missing'],
  ])('with %s “%s” is refused', (key, value, wrong) => {
    expect(read({ [key]: value })).toMatch(/^bad-input: nb\.json: /);
    expect(read({ [key]: value })).toContain(key);
    expect(read({ [key]: value })).toContain(wrong);
  });

  test('with a key the manifest does not use, or that is no JSON, is refused', () => {
    expect(read({ 'staticTabs[7].name': 'Sju' })).toMatch(/^bad-input: nb\.json has a key/);
    expect(sentenceOf(() => readWords('nb.json', '{'))).toMatch(/^bad-input: nb\.json is not a JSON object/);
    expect(read({ 'name.short': 7 })).toMatch(/^bad-input: nb\.json is not a JSON object/);
  });
});
