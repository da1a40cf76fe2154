import { addDays, startOf, type Day } from '../connector/privacy/period.ts';
import { lehmer } from './lehmer.ts';

/** An invented tenant that is nothing but the text of its pages, in the shape of Microsoft Graph's answers. */
const DOMAIN = 'fjordkommune.example';
const NAMES = ['Åse Bjørnstad', 'Kari Nordmann', 'Øystein Sæther', 'Ola Hansen', 'Ragnhild Aasgård', 'Per Lund'];
const CIRCLE = 40;
/** Per cent of mails, and how many people each is to: 5.0 in the middle, one in ten to more than eight. */
const RECIPIENTS = [
  { perCent: 45, from: 1, to: 1 },
  { perCent: 20, from: 2, to: 2 },
  { perCent: 10, from: 3, to: 3 },
  { perCent: 8, from: 4, to: 5 },
  { perCent: 7, from: 6, to: 8 },
  { perCent: 10, from: 9, to: 50 },
];

export const GROUP = '00000000-0000-4000-8000-ffffffffffff';
export const ORGANISATION = `{"value":[{"verifiedDomains":[{"name":"${DOMAIN}"}]}]}`;

/** The object id of person number n, and the number an object id was made of. */
export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const numberOf = (id: string): number => Number(id.slice(-12));

/** One in three has an address with capitals, as Exchange keeps them. */
function addressOf(n: number): string {
  return n % 3 === 0 ? `Fornavn.Etternavn${n}@${DOMAIN}` : `fornavn.etternavn${n}@${DOMAIN}`;
}

/** So many people of the positive list, from the first on, as one page of the directory. */
export function peoplePage(first: number, count: number, nextLink: string | undefined): string {
  return page(
    Array.from({ length: count }, (_, n) => personText(first + n)),
    nextLink,
  );
}

function personText(n: number): string {
  const address = addressOf(n);
  return JSON.stringify({
    id: idOf(n),
    userPrincipalName: `bruker${n}@${DOMAIN}`,
    mail: address,
    proxyAddresses: [
      `SMTP:${address}`,
      `smtp:etternavn${n}@${DOMAIN}`,
      `smtp:bruker${n}@fjordkommune.onmicrosoft.example`,
    ],
    accountEnabled: true,
    userType: 'Member',
    isResourceAccount: null,
    jobTitle: 'Rådgiver',
    department: `Sektor ${n % 20}/Enhet ${n % 400}`,
    assignedLicenses: [{ skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965', disabledPlans: [] }],
    assignedPlans: [
      { service: 'exchange', capabilityStatus: 'Enabled', servicePlanId: GROUP },
      { service: 'SharePoint', capabilityStatus: 'Enabled', servicePlanId: GROUP },
    ],
  });
}

/** Of whom, and which of their mails. */
export interface Mails {
  readonly owner: number;
  /** How many people the tenant has. */
  readonly people: number;
  readonly first: number;
  readonly count: number;
  readonly from: Day;
  readonly mailsADay: number;
}

/** So many of somebody's sent items, from the first on, as one page. The same arguments give the same page. */
export function mailPage(mails: Mails, nextLink: string | undefined): string {
  const random = lehmer(1 + mails.owner * 7919 + mails.first);
  return page(
    Array.from({ length: mails.count }, (_, n) => mailText(mails, mails.first + n, random)),
    nextLink,
  );
}

function mailText({ owner, people, from, mailsADay }: Mails, nth: number, random: Random): string {
  const sentAt = startOf(addDays(from, Math.floor(nth / mailsADay))) + 28_800_000 + (nth % mailsADay) * 60_000;
  const everybody = recipients(owner, people, random);
  const cut = Math.ceil(everybody.length * 0.7);
  const key = `${String(owner).padStart(12, '0')}${String(nth).padStart(12, '0')}`;
  return `{"@odata.etag":"W/\\"CQAAABYAAAB${key}\\"","id":"${`AAMkADAwATMwMAItY${key}`.padEnd(151, 'AoQzJg')}=",\
"sentDateTime":"${new Date(sentAt).toISOString().slice(0, 19)}Z","isDraft":false,\
"sender":${recipientText(addressOf(owner), owner)},\
"toRecipients":[${everybody.slice(0, cut).join()}],"ccRecipients":[${everybody.slice(cut).join()}],"bccRecipients":[]}`;
}

type Random = (below: number) => number;

/** One in five outside, one in twenty a list of our own; three in four of the others from a circle of forty. */
function recipients(owner: number, people: number, random: Random): string[] {
  return Array.from({ length: recipientCount(random) }, () => {
    const dice = random(20);
    if (dice < 4) return recipientText(`kontakt${random(5_000)}@utenfor${random(300)}.example`, dice);
    if (dice === 4) return recipientText(`liste${random(100)}@${DOMAIN}`, dice);
    const near = Math.floor((random(CIRCLE) * (1 + random(CIRCLE))) / CIRCLE);
    const other = random(4) > 0 ? (owner + 1 + near) % people : random(people);
    return recipientText(addressOf(other), other);
  });
}

function recipientCount(random: Random): number {
  let dice = random(100);
  for (const { perCent, from, to } of RECIPIENTS) {
    if (dice < perCent) return from + random(to - from + 1);
    dice -= perCent;
  }
  return 1;
}

function recipientText(address: string, n: number): string {
  return `{"emailAddress":{"name":"${NAMES[n % NAMES.length] ?? ''}","address":"${address}"}}`;
}

/** The message trace of one day: a line for each recipient of each mail. */
export function tracePage(
  trace: { readonly people: number; readonly day: Day; readonly first: number; readonly count: number },
  nextLink: string | undefined,
): string {
  const random = lehmer(1 + trace.first);
  const lines: string[] = [];
  for (let mail = trace.first; lines.length < trace.count; mail += 1) {
    const sender = random(trace.people);
    for (let copies = recipientCount(random); copies > 0 && lines.length < trace.count; copies -= 1)
      lines.push(traceText(trace.day, mail, sender, addressOf((sender + 1 + random(CIRCLE)) % trace.people)));
  }
  return page(lines, nextLink);
}

function traceText(day: Day, mail: number, sender: number, recipient: string): string {
  const second = String(mail % 60).padStart(2, '0');
  return `{"id":"${idOf(mail)}","senderAddress":"${addressOf(sender)}","recipientAddress":"${recipient}",\
"messageId":"<${String(mail).padStart(48, '0')}@EURP000MB0001.eurprd00.prod.outlook.example>",\
"receivedDateTime":"${day}T09:30:${second}.1234567Z","subject":"Møte om skolestart","status":"delivered",\
"size":${20_000 + mail},"fromIP":"192.0.2.1","toIP":null}`;
}

function page(items: readonly string[], nextLink: string | undefined): string {
  const next = nextLink === undefined ? '' : `,"@odata.nextLink":${JSON.stringify(nextLink)}`;
  return `{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users"${next},"value":[${items.join()}]}`;
}
