import { type ReactNode } from 'react';
import type { AboutAnswer } from '../../connector/api/answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { type Speech, useSpeech } from '../words/speech.ts';

type Read = AboutAnswer['read'][number];

/** How much has been read, what is held now, what has been released and destroyed, and where the keys are. */
export function AboutCounts({ about }: { readonly about: AboutAnswer }): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const text = words.about;
  return (
    <>
      <div className="two-parts">
        <section className="part" aria-labelledby="about-held">
          <h2 id="about-held">{text.heldTitle}</h2>
          {about.held.length === 0 ? (
            <p className="part-lead">{about.releases.length === 0 ? text.heldNothingYet : text.heldNothing}</p>
          ) : null}
          {about.held.map((held) => (
            <p className="part-lead" key={held.period.id}>
              <RichText
                text={
                  held.oldestDay === null
                    ? text.heldEmpty(format.period(held.period))
                    : text.held(format.period(held.period), format.day(held.oldestDay))
                }
              />
            </p>
          ))}
        </section>
        <section className="part" aria-labelledby="about-keys">
          <h2 id="about-keys">{text.custodyTitle}</h2>
          <p className="part-lead">
            <RichText text={text.custody(text.custodyKinds[about.custody.kind] ?? about.custody.kind)} />
          </p>
          <p className={about.custody.weak ? 'warning' : 'part-lead'}>
            {about.custody.weak ? text.custodyWeak : text.custodyStrong}
          </p>
        </section>
      </div>
      <section className="part" aria-labelledby="about-counts">
        <h2 id="about-counts">{text.countsTitle}</h2>
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
      </section>
      <Placed placed={about.placed} />
      <section className="part" aria-labelledby="about-releases">
        <h2 id="about-releases">{text.releasesTitle}</h2>
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
      </section>
    </>
  );
}

/** What said where how many people work, and when; nothing before the first run. */
function Placed({ placed }: Pick<AboutAnswer, 'placed'>): ReactNode {
  const { words, format } = useSpeech();
  const text = words.about;
  if (placed.length === 0) return null;
  return (
    <section className="part" aria-labelledby="about-placed">
      <h2 id="about-placed">{text.placedTitle}</h2>
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
    </section>
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
