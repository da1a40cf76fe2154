import { type ReactNode } from 'react';
import type { AboutAnswer } from '../../connector/api/answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { Part } from '../drawing/part.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { gistWords } from '../words/gists.ts';
import { type Speech, useSpeech } from '../words/speech.ts';

type Read = AboutAnswer['read'][number];

/** How much has been read, what is held now, what has been released and destroyed, and where the keys are. */
export function AboutCounts({ about }: { readonly about: AboutAnswer }): ReactNode {
  const speech = useSpeech();
  const { words, format, language } = speech;
  const text = words.about;
  const held = sayHeld(about, speech);
  return (
    <>
      <div className="two-parts">
        <Part id="about-held" title={text.heldTitle} gist={held.join(' ')}>
          {held.map((said) => (
            <p className="part-lead" key={said}>
              <RichText text={said} />
            </p>
          ))}
        </Part>
        <Part
          id="about-keys"
          title={text.custodyTitle}
          gist={text.custody(text.custodyKinds[about.custody.kind] ?? about.custody.kind)}
        >
          <p className="part-lead">
            <RichText text={text.custody(text.custodyKinds[about.custody.kind] ?? about.custody.kind)} />
          </p>
          <p className={about.custody.weak ? 'warning' : 'part-lead'}>
            {about.custody.weak ? text.custodyWeak : text.custodyStrong}
          </p>
        </Part>
      </div>
      <Part id="about-counts" title={text.countsTitle} gist={gistOf(about.read, speech)}>
        {about.read.length === 0 ? (
          <p className="part-lead">{text.noneRead}</p>
        ) : (
          <>
            <p className="part-lead">{text.countsLead}</p>
            <FigureTable
              caption={text.countsTitle}
              columns={[text.period, text.days, text.mailboxes, text.interactions, text.usageDays]}
              rows={about.read.map((read) => sayRead(read, speech))}
            />
          </>
        )}
      </Part>
      <Placed placed={about.placed} />
      <Part
        id="about-releases"
        title={text.releasesTitle}
        gist={
          about.releases.length === 0
            ? text.noReleases
            : gistWords(language).releases(format.count(about.releases.length))
        }
      >
        {about.releases.length === 0 ? (
          <p className="part-lead">{text.noReleases}</p>
        ) : (
          <>
            <p className="part-lead">{text.releasesLead}</p>
            <FigureTable
              caption={text.releasesTitle}
              columns={[text.period, text.releasedAt, text.cost, text.guesses, text.shredded]}
              rows={about.releases.map((release) => [
                format.period(release.period),
                format.day(release.releasedAt),
                format.decimal(release.rho, 3),
                format.count(release.rightGuessesInHundred),
                release.shreddedAt === null ? text.notYet : format.day(release.shreddedAt),
              ])}
            />
          </>
        )}
      </Part>
    </>
  );
}

/** What is held of each period, a sentence each; that it is nothing, where it is. */
function sayHeld({ held, releases }: AboutAnswer, { words: { about: text }, format }: Speech): readonly string[] {
  if (held.length === 0) return [releases.length === 0 ? text.heldNothingYet : text.heldNothing];
  return held.map(({ period, oldestDay }) =>
    oldestDay === null
      ? text.heldEmpty(format.period(period))
      : text.held(format.period(period), format.day(oldestDay)),
  );
}

/** How many days of the newest period are read. */
function gistOf([newest]: readonly Read[], { words: { about: text }, format }: Speech): string {
  if (newest === undefined) return text.noneRead;
  const days = text.ofAll(format.count(newest.daysRead), format.count(newest.days));
  return `${format.period(newest.period)}. ${text.days}: ${days}`;
}

/** What said where how many people work, and when; nothing before the first run. */
function Placed({ placed }: Pick<AboutAnswer, 'placed'>): ReactNode {
  const { words, format } = useSpeech();
  const text = words.about;
  if (placed.length === 0) return null;
  return (
    <Part id="about-placed" title={text.placedTitle}>
      <p className="part-lead">{text.placedLead}</p>
      <FigureTable
        caption={text.placedTitle}
        columns={[text.placedBy, text.placedOn, text.placedHeads]}
        rows={placed.map(({ origin, on, heads }) => [
          text.placings[origin],
          on === null ? '' : format.day(on),
          heads === null ? text.placedFew : format.count(heads),
        ])}
      />
    </Part>
  );
}

function sayRead(read: Read, { words, format }: Speech): string[] {
  const text = words.about;
  const rounded = (number: number | null): string => (number === null ? text.tooFew : text.about(format.count(number)));
  return [
    format.period(read.period),
    text.ofAll(format.count(read.daysRead), format.count(read.days)),
    read.mailboxes === null || read.mailboxesRead === null
      ? text.tooFew
      : text.ofAll(format.count(read.mailboxesRead), format.count(read.mailboxes)),
    rounded(read.interactions),
    rounded(read.usageDays),
  ];
}
