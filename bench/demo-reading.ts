import { randomBytes } from 'node:crypto';
import { openDemoTenant } from '../connector/demo-tenant/demo-tenant.ts';
import { municipality } from '../connector/demo-tenant/municipality/municipality.ts';
import { virtualClock } from '../connector/demo-tenant/virtual-clock.ts';
import { makeGet } from '../connector/microsoft-graph/get.ts';
import { readSentMail } from '../connector/microsoft-graph/mail.ts';
import { readDirectory, type Directory, type DirectoryPerson } from '../connector/microsoft-graph/people.ts';
import { signIn } from '../connector/microsoft-graph/sign-in.ts';
import { addDays, dayOf, quarterOf, type Day } from '../connector/privacy/period.ts';
import { pseudonymMaker } from '../connector/privacy/pseudonym.ts';

/** As `collect` does it. */
const AT_ONCE = 8;

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The invented municipality, and two ways to read sent mail from it in this process. */
export interface DemoReading {
  readonly people: readonly DirectoryPerson[];
  /** A quarter, and one working day of it. */
  readonly quarter: Span;
  readonly day: Span;
  /** As the product reads: MSAL, Microsoft's client, every check. Returns how many requests were sent. */
  readonly read: (people: readonly DirectoryPerson[], span: Span) => Promise<number>;
  /** As one would try it by hand: fetch and JSON.parse. Returns how many messages came. */
  readonly readBare: (people: readonly DirectoryPerson[], span: Span) => Promise<number>;
  readonly close: () => void;
}

export async function openDemoReading(): Promise<DemoReading> {
  const world = municipality({ today: Date.UTC(2026, 9, 1) });
  const clock = virtualClock(world.to);
  const [clientId, secret] = ['5a5a5a5a-0000-4000-8000-000000000001', 'a secret of this run'];
  const roles = ['User.Read.All', 'GroupMember.Read.All', 'Mail.ReadBasic.All'];
  const tenant = await openDemoTenant({ world, now: clock.now, application: { clientId, secret }, roles });
  tenant.listen();
  const tokens = signIn({ tenantId: tenant.tenantId, clientId, credential: { secret }, now: clock.now });
  let requests = 0;
  const note = () => (requests += 1);
  const get = makeGet({ tokens, now: clock.now, wait: clock.wait, random: randomBytes, note });
  const directory: Directory = await readDirectory({
    get,
    positiveGroupId: world.positiveGroupId,
    unitAttribute: 'department',
    titles: { leader: [], elected: [] },
  });
  const quarter = quarterOf(dayOf(world.to - 1));
  const pseudonymOf = pseudonymMaker(tenant.tenantId, quarter.id, randomBytes(32));
  return {
    people: directory.people.filter(({ hasMailbox }) => hasMailbox),
    quarter,
    day: { from: addDays(quarter.from, 62), to: addDays(quarter.from, 63) },
    read: async (people, span) => {
      const before = requests;
      await atOnce(people, async (person) => {
        await readSentMail({ get, directory, person, ...span, pseudonymOf, mayInclude: () => 'yes' });
      });
      return requests - before;
    },
    readBare: async (people, span) => {
      const authorization = `Bearer ${await tokens.token()}`;
      let messages = 0;
      await atOnce(people, async ({ identity }) => {
        let link = firstLink(identity.reveal(), span);
        while (link !== undefined) {
          const page = readPage(await (await fetch(link, { headers: { authorization } })).text());
          messages += page.messages;
          link = page.next;
        }
      });
      return messages;
    },
    close: () => {
      tenant.close();
    },
  };
}

function firstLink(id: string, { from, to }: Span): string | undefined {
  const select = 'id,sentDateTime,sender,toRecipients,ccRecipients,bccRecipients,isDraft';
  const filter = encodeURIComponent(`sentDateTime ge ${from}T00:00:00Z and sentDateTime lt ${to}T00:00:00Z`);
  const path = `/users/${id}/mailFolders/sentitems/messages`;
  return `https://graph.microsoft.com/v1.0${path}?$select=${select}&$filter=${filter}&$orderby=sentDateTime&$top=1000`;
}

function readPage(text: string): { readonly messages: number; readonly next: string | undefined } {
  const page: unknown = JSON.parse(text);
  if (typeof page !== 'object' || page === null || !('value' in page) || !Array.isArray(page.value))
    throw new Error('The demo tenant refused the bare reading.');
  const next = '@odata.nextLink' in page ? page['@odata.nextLink'] : undefined;
  return { messages: page.value.length, next: typeof next === 'string' ? next : undefined };
}

async function atOnce<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of queue) await act(item);
    }),
  );
}
