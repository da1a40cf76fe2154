import { type ReactNode } from 'react';
import type { OrganisationCountsAnswer } from '../../connector/api/answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { Part } from '../drawing/part.tsx';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { ShareBars } from '../drawing/share-bars.tsx';
import { columnName } from '../words/names.ts';
import { type Speech, useSpeech } from '../words/speech.ts';

interface Props {
  readonly counts: OrganisationCountsAnswer;
  /** Whether it stands open on a narrow page: where it is what there is to see. */
  readonly startsOpen?: boolean;
}

/** Microsoft's own counts of the whole organisation, marked as exact, with the day they are of. */
export function OrganisationCounts({ counts, startsOpen = false }: Props): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const text = words.organisation;
  const services = counts.week.map(({ service }) => service);
  const bars = counts.week.map(({ service, active, licensed }) => ({
    name: columnName(service, words),
    figure: { about: active, low: active, high: active },
    exact: true,
    heads: licensed,
    share: licensed > 0 ? format.percent((100 * active) / licensed) : '',
    said: text.used(format.count(active), format.count(licensed)),
  }));
  return (
    <Part
      id="organisation-title"
      title={text.title}
      gist={`${bars.map(({ name, share }) => held(name, share)).join('\u00a0· ')}. ${text.exact}.`}
      startsOpen={startsOpen}
    >
      <p className="exact-mark">{text.exact}</p>
      <p className="part-lead">{text.lead(format.day(counts.day))}</p>
      <PictureOrTable
        about={text.title}
        table={{
          caption: text.title,
          population: `${text.exact} ${text.lead(format.day(counts.day))}`,
          isExact: true,
          columns: [text.tool, text.people, text.licensed],
          rows: counts.week.map(({ service, active, licensed }) => [
            columnName(service, words),
            format.count(active),
            format.count(licensed),
          ]),
        }}
      >
        <ShareBars bars={bars} />
      </PictureOrTable>
      {counts.days.length === 0 ? null : (
        <Part id="organisation-days-title" title={text.byDay} gist={gistOf(counts, speech)} level={3}>
          <FigureTable
            caption={text.byDay}
            columns={[text.day, ...services.map((service) => columnName(service, words))]}
            rows={counts.days.map(({ day, counts: ofDay }) => [
              format.day(day),
              ...services.map((service) => {
                const count = ofDay.find((each) => each.service === service);
                return count === undefined ? text.untold : format.count(count.active);
              }),
            ])}
          />
        </Part>
      )}
      <p className="small-print">{text.note}</p>
    </Part>
  );
}

/** The newest day's counts. */
function gistOf({ days }: OrganisationCountsAnswer, { words, format }: Speech): string {
  const newest = days.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0];
  if (newest === undefined) return '';
  const counts = newest.counts.map(({ service, active }) => held(columnName(service, words), format.count(active)));
  return [format.day(newest.day), ...counts].join('\u00a0· ');
}

/** A name and its figure on one line. */
function held(name: string, figure: string): string {
  return `${name}: ${figure}`.replaceAll(' ', '\u00a0');
}
