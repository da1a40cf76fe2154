import { asGiven, blank, callout, heading, list, paragraph, table, type Block, type Draft } from './document.ts';
import { shortRowName } from './row-name.ts';
import type { DocumentSpeech } from './speech.ts';
import { addDays, type Day } from '../privacy/period.ts';

/** A figure with its 90 % interval. */
export interface Measured {
  readonly about: number;
  readonly low: number;
  readonly high: number;
}

/** What was tried, as its owner wrote it afterwards. */
export interface Learnt {
  readonly what: string;
  readonly outcome: 'worked' | 'worked-in-part' | 'did-not-work' | 'cancelled';
  readonly expected: string;
  readonly got: string;
  readonly learnt: string;
  readonly next: string;
}

/** What a council is told: the same figures as on the screens, each with its interval, of one released period. */
export interface CouncilFacts {
  readonly organisation: string;
  readonly today: Day;
  /** `to` is the first day after it. */
  readonly period: { readonly id: string; readonly from: Day; readonly to: Day };
  readonly heads: number;
  readonly coveragePercent: number;
  readonly headline:
    | {
        readonly kind: 'loosest-division';
        readonly division: string;
        readonly heads: number;
        readonly partner: string;
        readonly people: Measured;
      }
    | { readonly kind: 'nothing-stands-out' }
    | { readonly kind: 'too-little-coverage' }
    | {
        readonly kind: 'nothing-to-compare';
        readonly why: 'not-measured' | 'one-row' | 'few-divisions' | 'small-divisions';
        readonly divisionsNeeded: number;
        readonly headsNeeded: number;
      };
  /** Rows of which so little is covered that nothing is said of them. */
  readonly thinlyCovered: readonly string[];
  /** Marks beyond noise; undefined where no earlier release can be compared with. */
  readonly changes: { readonly more: number; readonly fewer: number } | undefined;
  /** People of each row with a contact in at least one other unit; undefined where it was not released. */
  readonly beyond: readonly { readonly row: string; readonly heads: number; readonly people: Measured }[] | undefined;
  /** Per cent of everybody on each step, where measured. */
  readonly staircase: readonly { readonly step: number; readonly share: Measured }[];
  /** Digital fitness of the whole, in per cent. */
  readonly fitness: Measured | undefined;
  /** Leaders minus desk staff with a habit, in percentage points. */
  readonly leaderGap: Measured | undefined;
  /** Effects of launches, by the words that may be said of them. */
  readonly effects: readonly {
    readonly what: string;
    readonly found: 'went-together-with' | 'no-effect-seen' | 'too-small-to-tell';
    readonly people: Measured;
    readonly heads: number;
  }[];
  readonly learnt: readonly Learnt[];
  readonly gates: readonly { readonly service: string; readonly state: 'open' | 'nearly' | 'closed' }[];
  /** Benefits whose day has passed without the target being reached. */
  readonly overdueBenefits: readonly string[];
}

/**
 * A paper for the council: status, figures with their uncertainty, what worked, what did not work, next steps. The chapter
 * of what did not work is always there: where nobody wrote anything down it says so and asks for it.
 */
export function councilPaper(facts: CouncilFacts, speech: DocumentSpeech): Draft {
  const { terms, councilPaper: words } = speech.words;
  const { organisation, period, today } = facts;
  const span = words.span(speech.day(period.from), speech.day(addDays(period.to, -1)));
  return {
    title: words.title(asGiven(organisation)),
    language: speech.language,
    mark: words.mark,
    page: terms.page,
    toFill: terms.toFill,
    blocks: [
      paragraph(words.madeOn(span, speech.day(today))),
      heading(words.status),
      paragraph(headlineOf(facts, speech)),
      paragraph(words.covered(whole(facts.heads, speech), whole(facts.coveragePercent, speech))),
      ...(facts.thinlyCovered.length === 0
        ? []
        : [callout(words.thinlyCovered(speech.list(facts.thinlyCovered.map((row) => shortRowName(row, speech)))))]),
      paragraph(changesOf(facts, speech)),
      heading(words.figures),
      paragraph(words.figuresLead),
      ...figuresOf(facts, speech),
      heading(words.worked),
      ...effectsOf(facts, speech, ['went-together-with']),
      ...learntOf(facts, speech, ['worked'], words.nothingWorked),
      heading(words.didNotWork),
      paragraph(words.didNotWorkLead),
      ...effectsOf(facts, speech, ['no-effect-seen', 'too-small-to-tell']),
      ...learntOf(facts, speech, ['did-not-work', 'worked-in-part'], words.nothingFailed),
      blank(words.alsoFailed),
      heading(words.next),
      ...nextOf(facts, speech),
      blank(words.proposal),
      heading(words.about),
      ...list(words.aboutItems),
    ],
  };
}

function whole(value: number, { number }: DocumentSpeech): string {
  return number(Math.round(value));
}

function headlineOf({ headline }: CouncilFacts, speech: DocumentSpeech): string {
  const { headlines } = speech.words.councilPaper;
  if (headline.kind === 'too-little-coverage') return headlines.tooLittle;
  if (headline.kind === 'nothing-stands-out') return headlines.nothing;
  if (headline.kind === 'nothing-to-compare') {
    const needed = headlines.needed(whole(headline.divisionsNeeded, speech), whole(headline.headsNeeded, speech));
    return `${headlines.incomparable[headline.why]} ${needed}`;
  }
  const { division, heads, partner, people } = headline;
  return headlines.loosest(
    shortRowName(division, speech),
    counted(people, speech),
    whole(heads, speech),
    shortRowName(partner, speech),
  );
}

/** `22 (9–35)` */
function counted({ about, low, high }: Measured, speech: DocumentSpeech): string {
  return `${whole(about, speech)} (${whole(low, speech)}–${whole(high, speech)})`;
}

/** As the screens have it: `51 % (50–52)`. */
function percent({ about, low, high }: Measured, speech: DocumentSpeech): string {
  return `${speech.percent(Math.round(about))} (${whole(low, speech)}–${whole(high, speech)})`;
}

function changesOf({ changes }: CouncilFacts, speech: DocumentSpeech): string {
  const words = speech.words.councilPaper;
  if (changes === undefined) return words.noEarlier;
  if (changes.more + changes.fewer === 0) return words.noSureChange;
  return words.changed(String(changes.more), String(changes.fewer));
}

function figuresOf(facts: CouncilFacts, speech: DocumentSpeech): Block[] {
  const words = speech.words.councilPaper;
  const { staircase, fitness, leaderGap, beyond } = facts;
  const wholes: [string, string][] = [
    ...staircase.map(({ step, share }): [string, string] => [
      words.steps[step - 1] ?? String(step),
      percent(share, speech),
    ]),
    ...(fitness === undefined ? [] : [[words.fitness, percent(fitness, speech)] satisfies [string, string]]),
    ...(leaderGap === undefined ? [] : [[words.leaderGap, points(leaderGap, speech)] satisfies [string, string]]),
  ];
  const rows = (beyond ?? []).map(({ row, heads, people }) => [
    shortRowName(row, speech),
    whole(heads, speech),
    counted(people, speech),
  ]);
  return [
    ...table([words.figure, words.value], wholes),
    ...(beyond === undefined ? [paragraph(words.noContacts)] : [heading(words.beyond, 3), paragraph(words.beyondLead)]),
    ...table([words.row, words.heads, words.peopleBeyond], rows),
  ];
}

function points({ about, low, high }: Measured, speech: DocumentSpeech): string {
  const signed = (value: number): string => `${value < 0 ? '−' : ''}${whole(Math.abs(value), speech)}`;
  return speech.words.councilPaper.points(signed(about), signed(low), signed(high));
}

function effectsOf(
  { effects }: CouncilFacts,
  speech: DocumentSpeech,
  kinds: readonly CouncilFacts['effects'][number]['found'][],
): Block[] {
  const { found } = speech.words.councilPaper;
  return list(
    effects
      .filter((effect) => kinds.includes(effect.found))
      .map(({ what, found: kind, people, heads }) =>
        found[kind](asGiven(what), counted(people, speech), whole(heads, speech)),
      ),
  );
}

function learntOf(
  { learnt }: CouncilFacts,
  speech: DocumentSpeech,
  outcomes: readonly Learnt['outcome'][],
  none: string,
): Block[] {
  const words = speech.words.councilPaper;
  const chosen = learnt.filter(({ outcome }) => outcomes.includes(outcome));
  if (chosen.length === 0) return [paragraph(none)];
  return chosen.flatMap(({ what, outcome, expected, got, learnt: lesson }) => [
    heading(`${asGiven(what)}: ${words.outcomes[outcome]}`, 3),
    ...list([
      `${words.expected}: ${asGiven(expected)}`,
      `${words.got}: ${asGiven(got)}`,
      `${words.learnt}: ${asGiven(lesson)}`,
    ]),
  ]);
}

function nextOf({ learnt, gates, overdueBenefits }: CouncilFacts, speech: DocumentSpeech): Block[] {
  const words = speech.words.councilPaper;
  return list([
    ...learnt.filter(({ next }) => next !== '').map(({ what, next }) => `${asGiven(what)}: ${asGiven(next)}`),
    ...gates
      .filter(({ state }) => state !== 'open')
      .map(({ service, state }) => words.gate(asGiven(service), words.gateStates[state])),
    ...overdueBenefits.map((benefit) => words.overdue(asGiven(benefit))),
  ]);
}
