import { pdfFonts } from '../../connector/pdf-fonts.ts';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoRole } from '../../connector/api/enter-demo.ts';
import { makeServer } from '../../connector/api/server.ts';
import { collect } from '../../connector/collect.ts';
import { readTenantFolder } from '../../connector/demo-tenant/tenant-folder.ts';
import { SOURCE_DECLARATIONS } from '../../connector/microsoft-graph/source-declarations.ts';
import { dayNumber, startOf } from '../../connector/privacy/period.ts';
import { checkGatesNow, scopeInForce } from '../../connector/scope-standing.ts';
import { teamsTokens } from '../../connector/serve.ts';
import { readInteractions } from '../../connector/store/interactions.ts';
import { keptScopes } from '../../connector/store/scopes.ts';
import { buildTabIfChanged, TAB_FOLDER } from '../../connector/tab-build.ts';
import { nb as words } from '../../teams-app/words/nb.ts';
import { nb as office } from '../../teams-app/words/office/nb.ts';
import { writeInventedTenant } from '../invented-tenant.ts';
import { liveTenant, type Lived } from '../lived-tenant.ts';
import { recordedRandomness } from '../recorded-randomness.ts';
import { axeFinds } from './accessibility.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, startChromium } from './chromium.ts';
import { comeIn } from './come-in.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn(HOW_TO_GET_CHROMIUM);

const MINUTES = 120_000;
const SPAN = { from: '2026-01-01', to: '2026-01-22' } as const;
const PICTURES = process.env['SAMSPILL_PICTURES'];

/** Another person for each role; Administrator and Leader hold no office over the scope. */
const OIDS: Readonly<Record<DemoRole, string>> = {
  Leader: '44440000-0000-4000-8000-000000000001',
  PrivacyOfficer: '44440000-0000-4000-8000-000000000002',
  Approver: '44440000-0000-4000-8000-000000000003',
  DataProtectionOfficer: '44440000-0000-4000-8000-000000000004',
  EmployeeRepresentative: '44440000-0000-4000-8000-000000000005',
  LaunchOwner: '44440000-0000-4000-8000-000000000008',
  Administrator: '44440000-0000-4000-8000-000000000006',
  Employee: '44440000-0000-4000-8000-000000000007',
};

describe.skipIf(chromium === undefined)('six people in six roles, in a real browser, over a real store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samspill-officers-'));
  let browser: Browser;
  let life: Lived;
  let server: Server;
  let url: string;
  const pages = new Map<DemoRole, Page>();
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    await buildTabIfChanged();
    const source = join(folder, 'tenant');
    mkdirSync(source);
    writeInventedTenant(source, { days: 21, headsAUnit: 24 });
    const world = await readTenantFolder(source);
    life = await liveTenant({ world, folder, ...SPAN });
    const { tenant, custody, clock, store, clientId } = life;
    const app = makeServer({
      store,
      organisation: world.organisation,
      demo: true,
      tokens: teamsTokens({ tenantId: tenant.tenantId, clientId }),
      sources: SOURCE_DECLARATIONS,
      custody,
      tenantId: tenant.tenantId,
      stage: 'production',
      openPeriodKey: (periodId) => custody.openPeriodKey(tenant.tenantId, periodId),
      appsMeasured: () => [],
      pdfFonts,
      standingKey: () => custody.standingKey(tenant.tenantId),
      expectedReleases: null,
      firstPictureOn: () => null,
      now: clock.now,
      random: recordedRandomness('officers'),
      note: () => undefined,
      tabFolder: TAB_FOLDER,
      publicHttps: false,
      enterDemo: (role) =>
        tenant.userToken({ oid: OIDS[role], roles: role === 'Employee' ? [] : [role], now: clock.now() }),
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const bound = server.address();
    url = `http://127.0.0.1:${String(typeof bound === 'object' && bound !== null ? bound.port : 0)}`;
    browser = await startChromium(chromium ?? '');
  }, MINUTES);
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser.close();
    server.closeAllConnections();
    server.close();
    life.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page of somebody of this role, opened anew at a place. */
  async function as(role: DemoRole, place: string): Promise<Page> {
    let page = pages.get(role);
    if (page === undefined) {
      const context = await browser.newContext({
        locale: 'nb-NO',
        viewport: { width: 1280, height: 900 },
        colorScheme: role === 'PrivacyOfficer' ? 'light' : 'dark',
      });
      contexts.push(context);
      page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      pages.set(role, page);
      await comeIn(page, url, role);
    }
    await page.goto(`${url}/#/${place}`);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  /** Never wider than the screen, and clean; with pictures where somebody asked for them. */
  async function look(page: Page, name: string): Promise<void> {
    for (const width of [400, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (PICTURES !== undefined)
        await page.screenshot({ path: join(PICTURES, `${name}-${String(width)}.png`), fullPage: true });
      expect([name, width, wider]).toEqual([name, width, 0]);
    }
    expect([name, await axeFinds(page.mainFrame())]).toEqual([name, []]);
  }

  const acts = (): number => readInteractions(life.store.period(life.period)).acts.reduce((sum, one) => sum + one, 0);

  async function recordWithFile(page: Page, gate: string, on: string): Promise<void> {
    await page.getByLabel(office.gates.what).selectOption({ label: gate });
    await page.getByLabel(office.gates.on, { exact: true }).fill(on);
    await page
      .getByLabel(office.gates.file)
      .setInputFiles({ name: 'minutes.txt', mimeType: 'text/plain', buffer: Buffer.from('what was said') });
    await page.getByText(/Fingeravtrykk: [0-9a-f]{64}/).waitFor();
  }

  it(
    'propose, protest, answer, approve, announced, collected, narrowed, deleted',
    async () => {
      const { clock, store, scope, run } = life;
      const officer = await as('PrivacyOfficer', 'office/scope');
      await officer.getByRole('button', { name: office.form.open }).click();
      await officer.getByLabel(office.form.organisation).fill(scope.organisation);
      await officer.getByLabel(office.form.positiveGroupId).fill('no group');
      await officer.getByLabel(office.form.legalBasis).fill('GDPR artikkel 6 nr. 1 e');
      await officer.getByLabel(office.form.leader).fill('leader');
      await officer.getByLabel(office.form.staffNoticeOn).fill('2025-12-18');
      await officer.getByLabel(office.form.endsOn).fill('2027-01-01');
      await officer.getByRole('button', { name: office.form.check }).click();
      await officer
        .getByRole('alert')
        .getByText(office.wrong['scope.positiveGroupId'] ?? '')
        .waitFor();
      await officer.getByLabel(office.form.positiveGroupId).fill(scope.positiveGroupId ?? '');
      await officer.getByRole('button', { name: office.form.check }).click();
      await officer.getByRole('heading', { name: office.form.checked }).waitFor();
      await look(officer, 'scope-form');
      await officer.getByRole('button', { name: office.form.propose, exact: true }).click();
      await officer.getByText(office.scope.states.open, { exact: true }).waitFor();

      // An administrator installs and operates: of what is proposed they see nothing, and no picture either.
      const administrator = await as('Administrator', 'office/scope');
      await administrator.getByText(words.failures['not-for-you'].title).waitFor();
      const doors = (await administrator.getByRole('navigation').getByRole('link').allInnerTexts()).toSorted();
      expect(doors).toEqual([words.screens.about, words.screens.install, words.screens.me].toSorted());

      const protector = await as('DataProtectionOfficer', 'office/scope');
      await protector.getByLabel(office.scope.yourWords).fill('Hvorfor e-post?');
      await protector.getByRole('button', { name: office.scope.acts.protest }).click();
      await protector.getByText(office.scope.states.protested, { exact: true }).waitFor();
      const early = await as('Approver', 'office/scope');
      await early.getByText(office.scope.states.protested, { exact: true }).waitFor();
      expect(await early.getByRole('button', { name: office.scope.acts.approve }).count()).toBe(0);

      const answering = await as('PrivacyOfficer', 'office/scope');
      expect(await answering.getByRole('button', { name: office.scope.acts.approve }).count()).toBe(0);
      await answering.getByLabel(office.scope.yourWords).fill('Fordi det er det som viser hvem som samarbeider.');
      await answering.getByRole('button', { name: office.scope.acts.answer }).click();
      await answering.getByText(office.scope.states.open, { exact: true }).waitFor();
      const approver = await as('Approver', 'office/scope');
      // On a telephone what is to be decided stands open.
      await approver.setViewportSize({ width: 400, height: 900 });
      const proposed = approver.getByRole('article', { name: office.scope.number('1') });
      await proposed.getByText('Hvorfor e-post?').waitFor();
      expect(await proposed.getByRole('heading', { level: 4 }).first().getByRole('button').count()).toBe(0);
      await approver.getByRole('button', { name: office.scope.acts.approve }).click();
      await approver.getByText(office.scope.states.approved, { exact: true }).waitFor();
      await approver.getByText(/Gjelder fra 9\.\sfebruar 2026/).waitFor();
      await look(approver, 'scope-announced');
      expect(() => scopeInForce(store, 'production', clock.now())).toThrow(
        expect.objectContaining({ code: 'scope-announced' }),
      );

      await as('Administrator', 'me');
      await administrator.getByText(words.me.coming('9.\u00a0februar 2026')).waitFor();

      clock.moveTo(startOf('2026-02-09'));
      const inForce = scopeInForce(store, 'production', clock.now());
      expect(() => {
        checkGatesNow(store, 'production', clock.now());
      }).toThrow(expect.objectContaining({ code: 'gate-closed' }));
      for (const [gate, on] of [
        [office.gates.names.dpia, '2026-01-10'],
        [office.gates.names['staff-notice'], '2025-12-18'],
        [office.gates.names.discussion, '2026-01-15'],
      ] as const) {
        for (const role of gate === office.gates.names.discussion
          ? (['PrivacyOfficer', 'EmployeeRepresentative'] as const)
          : (['PrivacyOfficer'] as const)) {
          const page = await as(role, 'office/gates');
          await recordWithFile(page, gate, on);
          if (gate === office.gates.names.discussion) {
            await page.getByLabel(office.gates.functions.employer).check();
            await page.getByLabel(office.gates.functions['union-representative']).check();
          }
          if (role === 'EmployeeRepresentative') await look(page, 'gates');
          await page.getByRole('button', { name: office.gates.send }).click();
          await page.getByText(office.done).waitFor();
        }
      }
      const representative = await as('EmployeeRepresentative', 'office/protected');
      await representative.getByLabel(office.protected.address).fill('varsling');
      await representative.getByRole('button', { name: office.protected.add, exact: true }).click();
      await representative.getByText(office.wrong['address'] ?? '').waitFor();
      await representative.getByLabel(office.protected.address).fill('varsling@fjordvik.example');
      await representative.getByRole('button', { name: office.protected.add, exact: true }).click();
      await representative.getByText(office.done).waitFor();
      // Somebody mistyped is taken back at once; the last one stays while a scope is in force.
      await representative.getByText(office.protected.last).waitFor();
      await representative.getByLabel(office.protected.address).fill('verneombud@fjordvik.exampel');
      await representative.getByRole('button', { name: office.protected.add, exact: true }).click();
      await representative.getByText('2 er ført opp.').waitFor();
      expect(await representative.getByText(office.protected.last).count()).toBe(0);
      await representative.getByLabel(office.protected.removeAddress).fill('verneombud@fjordvik.exampel');
      await representative.getByRole('button', { name: office.protected.remove, exact: true }).click();
      await representative.getByText('1 er ført opp.').waitFor();
      await representative.getByLabel(office.protected.removeAddress).fill('varsling@fjordvik.example');
      await representative.getByLabel(office.protected.removeAddress).press('Enter');
      await representative.getByText(office.wrong['last-protected'] ?? '').waitFor();
      await look(representative, 'protected');
      checkGatesNow(store, 'production', clock.now());

      await collect({ ...run, scope: inForce });
      const before = acts();
      expect(before).toBeGreaterThan(0);
      const narrowing = await as('PrivacyOfficer', 'office/scope');
      await narrowing.getByRole('button', { name: office.form.open }).click();
      await narrowing.getByLabel(office.form.staffNoticeOn).fill('2025-12-28');
      await narrowing.getByRole('button', { name: office.form.check }).click();
      await narrowing.getByRole('button', { name: office.form.propose, exact: true }).click();
      await narrowing.getByRole('heading', { name: office.scope.number('2') }).waitFor();
      // What is decided is one line on a telephone, until it is opened.
      await narrowing.setViewportSize({ width: 400, height: 900 });
      const decided = narrowing.getByRole('article', { name: office.scope.number('2') });
      const folded = decided.getByRole('button', { expanded: false });
      expect(await folded.allInnerTexts()).toEqual([office.scope.number('2')]);
      await decided.getByText(office.scope.states['in-force'], { exact: true }).waitFor();
      await folded.click();
      await decided.getByRole('heading', { level: 4, name: office.scope.history }).waitFor();
      expect(keptScopes(store, 'production').at(-1)?.scope.staffNoticeOn).toBe('2025-12-28');
      // What may not be read any more is gone, fourteen days after the later notice.
      expect(Math.min(...readInteractions(store.period(life.period)).day)).toBeGreaterThanOrEqual(
        dayNumber('2026-01-11'),
      );
      expect(acts()).toBeLessThan(before);

      for (const place of ['office/protected', 'overview']) {
        await as('Administrator', place);
        await administrator.getByText(words.failures['not-for-you'].title).waitFor();
        expect([place, await administrator.getByRole('textbox').count()]).toEqual([place, 0]);
      }
      // Who did what stands on their own page by office and day; what was read on *About this data*, as for everybody.
      await as('Administrator', 'me');
      await administrator.getByText(new RegExp(`${words.me.offices.Approver}: ${words.me.acts.approved}`)).waitFor();
      await look(administrator, 'administrator-me');
      await as('Administrator', 'about');
      await administrator.getByRole('heading', { level: 1, name: words.about.title }).waitFor();

      // Own acts in office stand on one's own page, with one's own words.
      const own = await as('PrivacyOfficer', 'me');
      const listed = own.getByRole('region', { name: words.me.officeTitle }).getByRole('listitem');
      await listed.filter({ hasText: words.me.acts.answered }).getByText('Fordi det er det som viser').waitFor();
      expect(await listed.filter({ hasText: words.me.officeActs['gate-dpia'] }).count()).toBe(1);
      expect(await own.getByText('Hvorfor e-post?').count()).toBe(0);

      const leader = await as('Leader', 'office/scope');
      await leader.getByText(words.failures['not-for-you'].title).waitFor();
      expect(await leader.getByRole('link', { name: words.screens.office }).count()).toBe(0);
      const employee = await as('Employee', 'office/gates');
      await employee.getByText(words.failures['not-for-you'].title).waitFor();
      expect(complaints).toEqual([]);
    },
    3 * MINUTES,
  );
});
