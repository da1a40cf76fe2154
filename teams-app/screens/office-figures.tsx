import { type ReactNode } from 'react';
import type { OfficeAnswer } from '../../connector/api/office-answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { officeWords } from '../words/office-watch.ts';
import { useSpeech } from '../words/speech.ts';

interface Props {
  readonly office: OfficeAnswer;
}

/** What the token may do, held against what is needed; what is held and not needed first. */
export function OfficePermissions({ office: { permissions } }: Props): ReactNode {
  const { language, format } = useSpeech();
  const words = officeWords(language).permissions;
  const { needed, held, notedAt } = permissions;
  const extra = (held ?? []).filter((role) => !needed.includes(role));
  const said = (yes: boolean): string => (yes ? words.yes : words.no);
  return (
    <>
      <p className="part-lead">{notedAt === null || held === null ? words.never : words.noted(format.day(notedAt))}</p>
      {extra.length + needed.length === 0 ? null : (
        <FigureTable
          caption={words.title}
          columns={words.columns}
          rows={[...extra, ...needed].map((role) => [
            role,
            said(needed.includes(role)),
            held === null ? words.unknown : said(held.includes(role)),
          ])}
        />
      )}
    </>
  );
}

/** Rows of the last whole week, rounded, and the oldest day of which anything is held. */
export function OfficeVolumes({ office: { endpoints, keys } }: Props): ReactNode {
  const { language, words: all, format } = useSpeech();
  const words = officeWords(language).volumes;
  return (
    <>
      {keys.held.length === 0 ? <p className="part-lead">{words.none}</p> : null}
      {keys.held.map(({ period, oldestDay }) => (
        <p className="part-lead" key={period}>
          {oldestDay === null
            ? words.empty(format.periodNamed(period))
            : words.oldest(format.periodNamed(period), format.day(oldestDay))}
        </p>
      ))}
      {endpoints.length === 0 ? null : (
        <FigureTable
          caption={words.title}
          columns={words.columns}
          rows={endpoints.map(({ source, weekRows }) => [
            all.about.sources[source] ?? source,
            weekRows === null ? words.few : words.about(format.count(weekRows)),
          ])}
        />
      )}
    </>
  );
}

/** Where keys are kept, how old those in use are, and from when destroyed ones are past recovery. */
export function OfficeKeys({ office: { keys } }: Props): ReactNode {
  const { language, words: all, format } = useSpeech();
  const { keys: words, nothing } = officeWords(language);
  return (
    <>
      <p className="part-lead">
        <RichText text={words.custody(all.about.custodyKinds[keys.custody] ?? keys.custody)} />
      </p>
      {keys.weak ? <p className="warning">{words.weak}</p> : null}
      {keys.held.length === 0 ? null : (
        <FigureTable
          caption={words.heldCaption}
          columns={words.held}
          rows={keys.held.map(({ period, since, keyId }) => [
            format.periodNamed(period),
            since === null ? nothing : format.day(since),
            keyId ?? nothing,
          ])}
        />
      )}
      {keys.shredded.length === 0 ? (
        <p className="part-lead">{words.none}</p>
      ) : (
        <FigureTable
          caption={words.shreddedCaption}
          columns={words.shredded}
          rows={keys.shredded.map(({ period, at, goneFrom }) => [
            format.periodNamed(period),
            format.day(at),
            goneFrom === null ? words.unknown : format.day(goneFrom),
          ])}
        />
      )}
    </>
  );
}

/** Every release with what it spent, and what that means in odds. */
export function OfficeReleases({ office: { releases, budget } }: Props): ReactNode {
  const { language, format } = useSpeech();
  const words = officeWords(language).releases;
  if (releases.length === 0) return <p className="part-lead">{words.none}</p>;
  const objections = (said: OfficeAnswer['releases'][number]['objections']): string => {
    if (said === null) return words.unknown;
    return said === 'under-10' ? words.under10 : format.count(said);
  };
  return (
    <>
      <p className="part-lead">{words.lead}</p>
      <FigureTable
        caption={words.caption}
        columns={words.columns}
        rows={releases.map((release) => [
          format.periodNamed(release.period),
          format.day(release.releasedAt),
          format.decimal(release.rho, 3),
          format.count(release.rightGuessesInHundred),
          objections(release.objections),
        ])}
      />
      <p className="small-print">
        {words.budget(format.decimal(budget.rhoSpent, 3), format.decimal(budget.rhoAYear, 3))}
      </p>
    </>
  );
}
