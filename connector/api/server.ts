import express, { type Express, type RequestHandler, type Router } from 'express';
import { aboutMe } from './about-me.ts';
import { about } from './about.ts';
import { actOnProposal, checkProposal, propose } from './act-on-proposals.ts';
import { acting } from './acting.ts';
import { adoption } from './adoption.ts';
import {
  aboutAnswer,
  aboutMeAnswer,
  adoptionOrNone,
  changesAnswer,
  documentAnswer,
  documentFileAnswer,
  documentsAnswer,
  gatesAnswer,
  healthAnswer,
  lastRunAnswer,
  meAnswer,
  objectionAnswer,
  overviewOrNone,
  ownExportAnswer,
  PROPOSAL_ACTS,
  proposedAnswer,
  protectedAnswer,
  recordedAnswer,
  scopeAnswer,
  unitAnswer,
  unitsAnswer,
} from './answers.ts';
import { archive } from './archive.ts';
import { sendUnlessKept } from './asked-again.ts';
import { answering } from './asked.ts';
import {
  benefitsAnswer,
  calendarAnswer,
  fitnessGatesAnswer,
  keptAnswer,
  ledgerAnswer,
  meanwhileAnswer,
  peersAnswer,
} from './benefit-answers.ts';
import { benefits, keepBenefit } from './benefits.ts';
import { bridgeBuilderAnswer, bridgeBuildersAnswer, comparedAnswer } from './bridge-answers.ts';
import { bridgeBuilder } from './bridge-builder.ts';
import { bridgeBuilders } from './bridge-builders.ts';
import { calendar } from './calendar.ts';
import { compared } from './compared.ts';
import { councilPaperDocx, councilPaperPage, councilPaperPdf } from './council-paper.ts';
import { aDocument, documentFile, documents } from './documents.ts';
import { enterDemo, type DemoRole } from './enter-demo.ts';
import { fitnessGates, keepServiceGate } from './fitness-gates.ts';
import { gates, record } from './gates.ts';
import { pair } from './golden-pairs.ts';
import { headers } from './headers.ts';
import { health } from './health.ts';
import type { House } from './house.ts';
import { install } from './install.ts';
import { installAnswer } from './install-answers.ts';
import { inOutLedger, keepTool } from './in-out-ledger.ts';
import { journey } from './journey.ts';
import { journeyAnswer, launchedAnswer } from './journey-answers.ts';
import { removeAPlan } from './keep-plans.ts';
import { lastRun } from './last-run.ts';
import { lookBack, registerLaunch } from './launches.ts';
import { me } from './me.ts';
import { meanwhile } from './meanwhile.ts';
import { objection } from './objection.ts';
import { notedAccess } from './noted-access.ts';
import { office } from './office.ts';
import { archiveAnswer, officeAnswer, pairAnswer, PAUSE_ACTS, pausedAnswer, usedAnswer } from './office-answers.ts';
import { onlyUnder } from './only-under.ts';
import { overview } from './overview.ts';
import { ownExport } from './own-export.ts';
import { actOnPause } from './pause.ts';
import { importPeers, peers, removePeers, sayOwnMunicipality } from './peers.ts';
import { answerRefusals, Refused, type Noting } from './refused.ts';
import { proposals } from './proposals.ts';
import { protectContact, protectedContacts, unprotectContact } from './protected-contacts.ts';
import { requestRate } from './request-rate.ts';
import { tabFiles } from './tab-files.ts';
import { unit } from './unit.ts';
import { units } from './units.ts';
import { sayUse } from './uses.ts';
import { whoIsAsking, type TokenRules } from './who-is-asking.ts';

export interface ServerOptions extends House, Noting {
  readonly tokens: TokenRules;
  /** The tab as built. */
  readonly tabFolder: string;
  /** Whether people reach this server over https, directly or behind a proxy. */
  readonly publicHttps: boolean;
  /** The names under which alone this server answers, as in `Host`; absent: any, for a proxy sees to it. */
  readonly onlyUnder?: readonly string[];
  /** In the demo alone: a token for somebody of this role. Absent, and there is no such door. */
  readonly enterDemo?: (role: DemoRole) => Promise<string>;
}

/** The longest body any route takes is `{"role":"PrivacyOfficer"}`. */
const LARGEST_BODY = '1kb';

/**
 * The answering half of Samspill: the tab's files and its questions. It sets no cookie, keeps no session, trusts no
 * proxy header, and has no way to Microsoft Graph. Figures come out of releases alone.
 *
 * @returns an Express application; the caller listens with it
 */
export function makeServer(options: ServerOptions): Express {
  const server = express();
  server.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  server.use(headers(options.publicHttps));
  if (options.onlyUnder !== undefined) server.use(onlyUnder(options.onlyUnder));
  server.use('/api', questions(options));
  if (options.enterDemo !== undefined) {
    server.post('/demo/enter', noStore, express.json({ limit: LARGEST_BODY }), enterDemo(options.enterDemo));
  }
  server.use(tabFiles(options.tabFolder, options.demo, options.random));
  server.use(notFound);
  server.use(answerRefusals(options));
  return server;
}

function questions(options: ServerOptions): Router {
  const recognise = recogniser(options);
  const kept = sendUnlessKept(options.tenantId);
  const router = express.Router({ caseSensitive: true });
  router.use(noStore);
  router.get('/me', answering(meAnswer, me(options), recognise));
  router.get('/overview', answering(overviewOrNone, overview(options), recognise, kept));
  router.get('/adoption', answering(adoptionOrNone, adoption(options), recognise, kept));
  router.get('/compared', answering(comparedAnswer, compared(options), recognise, kept));
  router.get('/units', answering(unitsAnswer, units(options), recognise, kept));
  router.get('/units/:slug', answering(unitAnswer, unit(options), recognise, kept));
  router.get('/about', answering(aboutAnswer, about(options), recognise, kept));
  router.get('/about-me', answering(aboutMeAnswer, aboutMe(options), recognise));
  router.get('/about-me/export', answering(ownExportAnswer, ownExport(options), recognise));
  router.post('/objection', acting(objectionAnswer, objection(options), recognise));
  router.post('/bridge-builder', acting(bridgeBuilderAnswer, bridgeBuilder(options), recognise));
  router.get('/bridge-builders', answering(bridgeBuildersAnswer, bridgeBuilders(options), recognise));
  router.get('/documents', answering(documentsAnswer, documents(options), recognise));
  router.get('/documents/:name', answering(documentAnswer, aDocument(options), recognise));
  router.get('/documents/:name/docx', answering(documentFileAnswer, documentFile(options), recognise));
  router.get('/council-paper', answering(documentAnswer, councilPaperPage(options), recognise));
  router.get('/council-paper/docx', answering(documentFileAnswer, councilPaperDocx(options), recognise));
  router.get('/council-paper/pdf', answering(documentFileAnswer, councilPaperPdf(options), recognise));
  router.get('/scope', answering(scopeAnswer, notedAccess(options, proposals(options)), recognise));
  router.post('/scope/proposals', acting(proposedAnswer, propose(options), recognise));
  router.post('/scope/check', acting(changesAnswer, checkProposal(options), recognise));
  for (const act of PROPOSAL_ACTS) {
    const path = `/scope/proposals/:number/${act}`;
    router.post(path, acting(proposedAnswer, actOnProposal(options, act), recognise));
  }
  router.get('/install', answering(installAnswer, install(options), recognise));
  router.get('/office', answering(officeAnswer, office(options), recognise));
  router.get('/office/pairs/:source', answering(pairAnswer, pair(options), recognise));
  router.get('/office/archive', answering(archiveAnswer, archive(options), recognise));
  for (const act of PAUSE_ACTS) router.post(`/pause/${act}`, acting(pausedAnswer, actOnPause(options, act), recognise));
  router.post('/uses', acting(usedAnswer, sayUse(options), recognise));
  router.get('/journey', answering(journeyAnswer, journey(options), recognise, kept));
  router.post('/launches', acting(launchedAnswer, registerLaunch(options), recognise));
  router.post('/launches/retrospectives', acting(launchedAnswer, lookBack(options), recognise));
  plans(router, options, recognise);
  router.get('/gates', answering(gatesAnswer, notedAccess(options, gates(options)), recognise));
  router.post('/gates', acting(recordedAnswer, record(options), recognise));
  router.get(
    '/protected-contacts',
    answering(protectedAnswer, notedAccess(options, protectedContacts(options)), recognise),
  );
  router.post('/protected-contacts', acting(protectedAnswer, protectContact(options), recognise));
  router.post('/protected-contacts/remove', acting(protectedAnswer, unprotectContact(options), recognise));
  router.get('/last-run', answering(lastRunAnswer, lastRun(options), recognise, kept));
  router.get('/health', (_request, response) => {
    const answer = healthAnswer.parse(health(options));
    response.status(answer.ok ? 200 : 503).json(answer);
  });
  router.use(notFound);
  return router;
}

/** What stands beside the pictures: what launch owners keep, days off, and what is known in the meantime. */
function plans(router: Router, options: ServerOptions, recognise: Parameters<typeof answering>[2]): void {
  const kept = sendUnlessKept(options.tenantId);
  router.get('/meanwhile', answering(meanwhileAnswer, meanwhile(options), recognise, kept));
  router.get('/calendar', answering(calendarAnswer, calendar(options), recognise, kept));
  router.get('/ledger', answering(ledgerAnswer, inOutLedger(options), recognise, kept));
  router.post('/ledger', acting(keptAnswer, keepTool(options), recognise));
  router.post('/ledger/remove', acting(keptAnswer, removeAPlan(options, 'tool'), recognise));
  router.get('/benefits', answering(benefitsAnswer, benefits(options), recognise, kept));
  router.post('/benefits', acting(keptAnswer, keepBenefit(options), recognise));
  router.post('/benefits/remove', acting(keptAnswer, removeAPlan(options, 'benefit'), recognise));
  router.get('/fitness-gates', answering(fitnessGatesAnswer, fitnessGates(options), recognise, kept));
  router.post('/fitness-gates', acting(keptAnswer, keepServiceGate(options), recognise));
  router.post('/fitness-gates/remove', acting(keptAnswer, removeAPlan(options, 'gate'), recognise));
  router.get('/peers', answering(peersAnswer, peers(options), recognise, kept));
  router.post('/peers', acting(peersAnswer, importPeers(options), recognise));
  router.post('/peers/own', acting(peersAnswer, sayOwnMunicipality(options), recognise));
  router.post('/peers/remove', acting(peersAnswer, removePeers(options), recognise));
}

/** Who asks, unless they ask too often. */
function recogniser({ tokens, now, random }: ServerOptions): Parameters<typeof answering>[2] {
  const recognise = whoIsAsking(tokens, now, random);
  const take = requestRate(now);
  return async (authorization) => {
    const asker = await recognise(authorization);
    take(asker.counter);
    return asker;
  };
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};

const notFound: RequestHandler = () => {
  throw new Refused('not-found');
};
