import { z } from 'zod';
import { adoption } from './adoption.ts';
import {
  adoptionOrNone,
  ANSWERS_VERSION,
  DOCUMENT_LANGUAGES,
  overviewOrNone,
  type DocumentAnswer,
  type DocumentFileAnswer,
  type OverviewAnswer,
} from './answers.ts';
import { understood, type Asked, type Question } from './asked.ts';
import { benefitsAnswer, fitnessGatesAnswer } from './benefit-answers.ts';
import { benefits } from './benefits.ts';
import { ownBlock } from './documents.ts';
import { fitnessGates } from './fitness-gates.ts';
import type { House } from './house.ts';
import { journeyAnswer } from './journey-answers.ts';
import { journey } from './journey.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { overview } from './overview.ts';
import { Refused } from './refused.ts';
import { asDocx } from '../documents/as-docx.ts';
import { asPdf } from '../documents/as-pdf.ts';
import { councilPaper, type CouncilFacts } from '../documents/council-paper.ts';
import type { Draft } from '../documents/document.ts';
import { speechIn } from '../documents/speech.ts';
import { interval90 } from '../privacy/estimate.ts';
import { dayOf, type Day } from '../privacy/period.ts';

const IN_A_LANGUAGE = z.strictObject({ language: z.enum(DOCUMENT_LANGUAGES) });
const day = z.custom<Day>((text) => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text));

/** What can the council be told, to read here? Of the newest released period. */
export function councilPaperPage(house: House): Question {
  return async (asked): Promise<DocumentAnswer> => {
    const { draft } = await paperFor(house, asked);
    return { version: ANSWERS_VERSION, name: 'council-paper', ...draft, blocks: draft.blocks.map(ownBlock) };
  };
}

/** The same as a file to finish in Word. */
export function councilPaperDocx(house: House): Question {
  return async (asked): Promise<DocumentFileAnswer> => {
    const { draft, today } = await paperFor(house, asked);
    return asFile(draft, 'docx', await asDocx(draft, today));
  };
}

/** The same as a file to hand out. */
export function councilPaperPdf(house: House): Question {
  return async (asked): Promise<DocumentFileAnswer> => {
    const { draft, today } = await paperFor(house, asked);
    return asFile(draft, 'pdf', await asPdf(draft, today, house.pdfFonts()));
  };
}

function asFile(draft: Draft, kind: 'docx' | 'pdf', bytes: Uint8Array): DocumentFileAnswer {
  return {
    version: ANSWERS_VERSION,
    fileName: `samspill-council-paper-${draft.language}.${kind}`,
    base64: Buffer.from(bytes).toString('base64'),
  };
}

/**
 * Made of the very answers the screens draw, so that paper and screen never differ.
 *
 * @throws Refused 'not-for-you', or 'not-found' before the first release
 */
async function paperFor(house: House, { asker, path, query }: Asked): Promise<{ draft: Draft; today: Day }> {
  const { language } = understood(IN_A_LANGUAGE, query);
  mustBeAllowedTo('read releases', asker);
  const asked: Asked = { asker, path, query: {} };
  const seen = overviewOrNone.parse(await overview(house)(asked));
  if ('noRelease' in seen) throw new Refused('not-found');
  const today = dayOf(house.now());
  const facts: CouncilFacts = {
    organisation: seen.organisation,
    today,
    period: { id: seen.period.id, from: day.parse(seen.period.from), to: day.parse(seen.period.to) },
    heads: seen.heads,
    coveragePercent: seen.coveragePercent,
    headline: seen.headline,
    thinlyCovered: seen.thinlyCovered.map(({ row }) => row),
    changes: changesOf(seen),
    beyond: beyondOf(seen),
    ...adoptionOf(adoptionOrNone.parse(await adoption(house)(asked))),
    ...journeyOf(journeyAnswer.parse(await journey(house)(asked))),
    gates: fitnessGatesAnswer.parse(await fitnessGates(house)(asked)).gates,
    overdueBenefits: benefitsAnswer
      .parse(await benefits(house)(asked))
      .rows.filter(({ overdue }) => overdue)
      .map(({ benefit }) => benefit),
  };
  return { draft: councilPaper(facts, speechIn(language)), today };
}

function tablesOf(seen: OverviewAnswer) {
  return [seen.reach, seen.breadth, seen.apps, seen.staircase, seen.leaders, seen.channels, seen.brokerage, seen.steps];
}

function changesOf(seen: OverviewAnswer): CouncilFacts['changes'] {
  const marks = tablesOf(seen).flatMap((table) => table?.changes?.flat() ?? []);
  if (!marks.some((mark) => mark !== null)) return undefined;
  const count = (wanted: 'more' | 'fewer'): number => marks.filter((mark) => mark === wanted).length;
  return { more: count('more'), fewer: count('fewer') };
}

/** The columns of `breadth` together: each person is in one of them at most, so the noise of the sum grows with its root. */
function beyondOf({ breadth }: OverviewAnswer): CouncilFacts['beyond'] {
  if (breadth === undefined) return undefined;
  return breadth.rows.flatMap(({ name, heads }, at) => {
    const figures = breadth.figures[at] ?? [];
    const counted = figures.flatMap((figure) => ('about' in figure ? [figure.about] : []));
    if (counted.length === 0 || counted.length < figures.length) return [];
    const about = counted.reduce((sum, each) => sum + each, 0);
    const sigma = breadth.sigma * Math.sqrt(counted.length);
    return [{ row: name, heads, people: interval90(about, sigma, heads) }];
  });
}

function adoptionOf(answer: z.infer<typeof adoptionOrNone>): Pick<CouncilFacts, 'staircase' | 'fitness' | 'leaderGap'> {
  if ('noRelease' in answer) return { staircase: [], fitness: undefined, leaderGap: undefined };
  const { staircase, fitness, leaders } = answer;
  const steps = 'withheld' in staircase ? [] : staircase.whole.steps;
  const whole = 'withheld' in fitness ? undefined : fitness.places.find(({ division }) => division === null)?.mean;
  const gap = 'withheld' in leaders ? undefined : leaders.gap.habit;
  return {
    staircase: steps.flatMap(({ step, figure }) => ('withheld' in figure ? [] : [{ step, share: figure.share }])),
    fitness: whole === undefined || 'withheld' in whole ? undefined : whole,
    leaderGap: gap === undefined || 'withheld' in gap ? undefined : gap,
  };
}

function journeyOf({ launches }: z.infer<typeof journeyAnswer>): Pick<CouncilFacts, 'effects' | 'learnt'> {
  return {
    effects: launches.flatMap(({ what, effects }) => {
      const newest = effects.at(-1);
      if (newest === undefined || 'withheld' in newest) return [];
      return [{ what, found: newest.found, people: newest.people, heads: newest.launched.heads }];
    }),
    learnt: launches.flatMap(({ what, retrospectives }) => retrospectives.map((told) => ({ what, ...told }))),
  };
}
