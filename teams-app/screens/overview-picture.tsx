import { type ReactNode } from 'react';
import type { OverviewAnswer } from '../../connector/api/answers.ts';
import { HeadlineBar } from '../drawing/headline-bar.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { unitName } from '../words/names.ts';
import { useSpeech } from '../words/speech.ts';
import { ChangesSection } from './changes-section.tsx';
import { ConcealedNote } from './concealed-note.tsx';
import { NetworkSection } from './network-section.tsx';
import { OrganisationCounts } from './organisation-counts.tsx';
import { PeriodLine } from './period-line.tsx';
import { ReadOnSection } from './read-on-section.tsx';
import { StairsSection } from './stairs-section.tsx';
import { SuggestionsSection } from './suggestions-section.tsx';
import { adoptionWords } from '../words/adoption-words.ts';
import { noContactsRead } from './contacts-read.ts';
import { staircaseHeadline } from './staircase-headline.ts';

export interface Coming {
  readonly released: number;
  readonly expected: number;
}

interface Props {
  readonly answer: OverviewAnswer;
  /** Set while more quarters are on their way. */
  readonly coming: Coming | undefined;
}

/** The released picture of one period, answer first. */
export function OverviewPicture({ answer, coming }: Props): ReactNode {
  const { words, format, language } = useSpeech();
  return (
    <>
      <header className="lead">
        <PeriodLine screen="overview" answer={answer} />
        <Headline answer={answer} />
        <p className="lead-population">
          {noContactsRead(answer)
            ? adoptionWords(language).population(format.count(answer.heads), format.days(answer.period))
            : words.overview.population(format.count(answer.heads), format.percent(answer.coveragePercent))}{' '}
          {words.overview.certainty}
        </p>
        {answer.overdue === undefined ? null : (
          <p className="warning">
            <RichText text={words.overview.overdue(format.period(answer.overdue))} />
          </p>
        )}
        {coming === undefined ? null : (
          <p className="coming">
            {words.overview.moreComing(format.count(coming.released), format.count(coming.expected))}
          </p>
        )}
      </header>
      {answer.reach === undefined ? null : <NetworkSection answer={answer} reach={answer.reach} />}
      <StairsSection answer={answer} />
      <ChangesSection answer={answer} />
      <SuggestionsSection answer={answer} />
      <ReadOnSection answer={answer} />
      {answer.concealed ? (
        <section className="part">
          <ConcealedNote heading="h2" />
        </section>
      ) : null}
      {answer.organisationCounts === undefined ? null : <OrganisationCounts counts={answer.organisationCounts} />}
    </>
  );
}

function Headline({ answer }: { readonly answer: OverviewAnswer }): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const { headline } = answer;
  // Without a table of contact there is nothing that could stand out; the staircase is what can be told.
  if (answer.reach === undefined) {
    const [title, text] = staircaseHeadline(answer.stairs, speech);
    return <PlainHeadline title={title} text={text} />;
  }
  switch (headline.kind) {
    case 'loosest-division': {
      const { people, heads } = headline;
      const interval = words.figures.interval(format.count(people.low), format.count(people.high));
      return (
        <>
          <h1>
            <RichText text={words.overview.loosest(unitName(headline.division, words))} />
          </h1>
          <p className="lead-text">
            <RichText
              text={words.overview.loosestLead(
                format.count(people.about),
                format.count(heads),
                interval,
                unitName(headline.partner, words),
              )}
            />
          </p>
          <div className="lead-bar">
            <HeadlineBar figure={people} heads={heads} />
          </div>
        </>
      );
    }
    case 'nothing-stands-out':
      return <PlainHeadline title={words.overview.nothing} text={words.overview.nothingLead} />;
    case 'nothing-to-compare': {
      const needed = words.overview.comparableFrom(
        format.count(headline.divisionsNeeded),
        format.count(headline.headsNeeded),
      );
      const because = words.overview.incomparableBecause[headline.why];
      return <PlainHeadline title={words.overview.incomparable} text={`${because} ${needed}`} />;
    }
    case 'too-little-coverage':
      return <PlainHeadline title={words.overview.tooLittle} text={words.overview.tooLittleLead} />;
  }
}

function PlainHeadline({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  return (
    <>
      <h1>
        <RichText text={title} />
      </h1>
      <p className="lead-text">
        <RichText text={text} />
      </p>
    </>
  );
}
