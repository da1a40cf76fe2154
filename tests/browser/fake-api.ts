import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { DOCUMENT_LANGUAGES } from '../../connector/documents/document.ts';
import { DOCUMENT_NAMES, makeDocument } from '../../connector/documents/documents.ts';
import { inventedFacts } from '../documents/invented-facts.ts';
import * as invented from './invented-answers.ts';
import * as plans from './invented-journey.ts';

/** What the stand-in server shall do next; a test changes it while the tab is open. */
export interface Wishes {
  /** Periods out, 0 to 4. */
  released: number;
  /** Served in the page: whether one may enter without Teams. */
  demo: boolean;
  /** Paths of the API answered with this status instead, once a request starts with them. */
  refuse: Map<string, number>;
  /** Answers claim to be of this version. */
  version: number;
  /** Names are concealed in usage reports. */
  concealed: boolean;
  /** Usage reports are all that is read: no network source. */
  adoptionAlone: boolean;
}

export interface FakeApi {
  readonly url: string;
  readonly wishes: Wishes;
  /** The bearer token and path of every request to the API. */
  readonly asked: { readonly path: string; readonly token: string | undefined }[];
  /** What was sent to be kept, in order; an official text with an at sign is refused about its field. */
  readonly sent: { readonly path: string; readonly body: unknown }[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const FRAMES = 'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft';
const entering = z.object({ role: z.string() });

/**
 * A stand-in for the connector's server: the built tab under the real content security policy, and invented answers.
 * A token is `demo.<role>`; anything else counts as a leader's, so that a Teams host may hand out any text.
 *
 * @param folder where the built tab lies
 */
export async function startFakeApi(folder: string): Promise<FakeApi> {
  const wishes: Wishes = {
    released: 4,
    demo: true,
    refuse: new Map(),
    version: 1,
    concealed: false,
    adoptionAlone: false,
  };
  const asked: FakeApi['asked'] = [];
  const sent: FakeApi['sent'] = [];
  const server = createServer((request, response) => {
    void answer({ folder, wishes, asked, sent }, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}`, wishes, asked, sent, close: () => closed(server) };
}

interface Setting {
  readonly folder: string;
  readonly wishes: Wishes;
  readonly asked: FakeApi['asked'];
  readonly sent: FakeApi['sent'];
}

async function answer(setting: Setting, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/demo/enter') {
    const { role } = entering.parse(JSON.parse(await textOf(request)));
    sendJson(response, 200, { token: `demo.${role}` });
  } else if (url.pathname.startsWith('/api/')) {
    if (request.method === 'POST') keep(setting, url, await textOf(request), response);
    else answerApi(setting, url, request, response);
  } else {
    await sendFile(setting, url.pathname, response);
  }
}

function answerApi({ wishes, asked }: Setting, url: URL, request: IncomingMessage, response: ServerResponse): void {
  const token = request.headers.authorization?.replace(/^Bearer /, '');
  asked.push({ path: url.pathname + url.search, token });
  const [, status] = [...wishes.refuse].find(([path]) => url.pathname.startsWith(path)) ?? [];
  if (status !== undefined || token === undefined) {
    sendJson(response, status ?? 401, { refused: 'broken', reference: 'R-1042' });
    return;
  }
  const body = bodyFor(wishes, url, token.replace(/^demo\./, ''));
  if (body === undefined) sendJson(response, 404, { refused: 'not-found', reference: 'R-1043' });
  else sendJson(response, 200, { ...body, version: wishes.version });
}

/** As the real server keeps: all of it or nothing, and the first wrong field by its name. */
function keep({ sent }: Setting, url: URL, text: string, response: ServerResponse): void {
  const body: unknown = JSON.parse(text);
  const wrong = /"(\w+)":"[^"]*@[^"]*"/.exec(text)?.[1];
  if (wrong !== undefined) {
    const about = text.startsWith('{"number"') ? `row.${wrong}` : wrong;
    sendJson(response, 400, { refused: 'bad-request', reference: 'R-1044', about });
    return;
  }
  sent.push({ path: url.pathname, body });
  sendJson(response, 200, { version: 1, number: sent.length });
}

/** Who stands as a bridge-builder: also without a unit, deep down, written from the right, and with a name that is long. */
const STANDING = [
  { unit: '', names: ['Bo 👩‍🚒 Brannvakt'] },
  {
    unit: 'Oppvekst/Skoleområde vest/Fjellsida skole',
    names: ['Anne-Grethe Kristoffersen-Vestvågøyjordet', 'مريم حسن'],
  },
  { unit: 'Teknisk og eiendom', names: ['Åse Ås'] },
];

/** What is answered about adoption, launches and plans. */
function planFor(wishes: Wishes, url: URL, role: string): object | undefined {
  const { released, concealed, adoptionAlone } = wishes;
  const writes = role === 'LaunchOwner';
  switch (url.pathname.split('/')[2]) {
    case 'adoption': {
      if (released === 0) return overviewFor(wishes, undefined);
      const answer = plans.adoptionAnswer(url.searchParams.get('period') ?? undefined, released, adoptionAlone);
      return concealed && answer !== undefined ? plans.concealedAdoption(answer) : answer;
    }
    case 'journey':
      return plans.journeyAnswer(writes, released > 0);
    case 'ledger':
      return plans.ledgerAnswer(writes);
    case 'benefits':
      return plans.benefitsAnswer(writes);
    case 'fitness-gates':
      return plans.fitnessGatesAnswer(writes);
    case 'calendar':
      return plans.calendarAnswer();
    case 'meanwhile':
      return plans.meanwhileAnswer(concealed);
    case 'peers':
      return plans.peersAnswer();
    case 'bridge-builders':
      return { units: released > 0 ? STANDING : [] };
    case undefined:
    default:
      return undefined;
  }
}

function bodyFor(wishes: Wishes, url: URL, role: string): object | undefined {
  const { released, concealed } = wishes;
  const [, , question, slug] = url.pathname.split('/');
  switch (question) {
    case 'me':
      return meFor(role);
    case 'overview':
      return overviewFor(wishes, url.searchParams.get('period') ?? undefined);
    case 'compared':
      return invented.comparedAnswer(url.searchParams.get('earlier'), url.searchParams.get('later'));
    case 'units':
      return slug === undefined ? invented.unitsAnswer() : invented.unitAnswer(decodeURIComponent(slug));
    case 'about':
      return { ...invented.aboutAnswer(released), concealed };
    case 'install':
      return role === 'Administrator' ? invented.installAnswer(released === 0) : undefined;
    case 'documents':
      return documentsFor(url, slug, role);
    case 'last-run':
      return invented.lastRunAnswer(released);
    case undefined:
    default:
      return planFor(wishes, url, role);
  }
}

/** Who reads releases opens the screens about adoption and launches as well. */
function meFor(role: string): object {
  const known = ['PrivacyOfficer', 'Administrator', 'Employee', 'LaunchOwner'].includes(role) ? role : 'Leader';
  const me = invented.meAnswer(known === 'LaunchOwner' ? 'Leader' : known);
  const screens = me.screens.includes('overview')
    ? ['overview', 'bridges', 'adoption', 'journey', 'unit', 'about']
    : me.screens;
  return { ...me, screens, ...(known === 'LaunchOwner' && { roles: [known] }) };
}

/** The connector's own drafts, of an invented configuration. */
function documentsFor(url: URL, given: string | undefined, role: string): object | undefined {
  const theirs = role === 'PrivacyOfficer' ? DOCUMENT_NAMES : DOCUMENT_NAMES.slice(0, 2);
  if (given === undefined) return { documents: theirs };
  const name = theirs.find((one) => one === given);
  const language = DOCUMENT_LANGUAGES.find((one) => one === url.searchParams.get('language'));
  if (name === undefined || language === undefined) return undefined;
  if (url.pathname.endsWith('/docx')) {
    return { fileName: `samspill-${name}-${language}.docx`, base64: Buffer.from('PK').toString('base64') };
  }
  return { name, ...makeDocument(name, inventedFacts({ sources: ['chat-messages', 'active-users'] }), language) };
}

function overviewFor({ released, concealed, adoptionAlone }: Wishes, period: string | undefined): object | undefined {
  if (released > 0) {
    const whole = invented.overviewAnswer(period, released);
    const answer = adoptionAlone && whole !== undefined ? invented.adoptionAloneOverview(whole) : whole;
    return concealed && answer !== undefined ? invented.concealedOverview(answer) : answer;
  }
  return {
    ...{ organisation: 'Furuvik kommune', demo: true, noRelease: true, firstPictureOn: '2026-01-05', concealed },
    organisationCounts: invented.organisationCounts('2025-10-31'),
  };
}

async function sendFile({ folder, wishes }: Setting, path: string, response: ServerResponse): Promise<void> {
  const name = extname(path) === '' ? 'index.html' : path;
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  try {
    const bytes = await readFile(join(folder, name));
    // As the real server says it of files named by their content.
    if (name.startsWith('/assets/')) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    response.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream');
    response.setHeader(
      'content-security-policy',
      `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; connect-src 'self' https://res.cdn.office.net; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' ${FRAMES}`,
    );
    const page = bytes.toString('utf8');
    response.end(
      name.endsWith('.html')
        ? page.replaceAll('__CSP_NONCE__', nonce).replaceAll('__SAMSPILL_DEMO__', wishes.demo ? 'yes' : 'no')
        : bytes,
    );
  } catch {
    response.statusCode = 404;
    response.end();
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stand-in server has no port');
  return address.port;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
