import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { AboutMeAnswer, HeldPeriodAnswer } from '../../connector/api/answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { RichText } from '../drawing/rich-text.tsx';
import { WholeWords } from '../drawing/whole-words.tsx';
import { columnName } from '../words/names.ts';
import { sayList } from '../words/say.ts';
import { useSpeech } from '../words/speech.ts';
import { MeNetwork } from './me-network.tsx';
import { towardName } from './toward-name.ts';

const LINES = 12;

/** What one period holds about the reader. */
export function MeHeld({
  held,
  fewest,
  bridges,
}: {
  readonly held: HeldPeriodAnswer;
  readonly fewest: number;
  readonly bridges: AboutMeAnswer['bridges'];
}): ReactNode {
  const { words, format } = useSpeech();
  const { membership, daysRead, usage, period } = held;
  return (
    <section className="part" aria-label={words.me.held(format.period(period))}>
      <h2>{words.me.held(format.period(period))}</h2>
      {membership === null ? null : (
        <p className="part-lead">
          <RichText
            text={
              membership.unit === ''
                ? words.me.noUnit(format.day(membership.readOn))
                : words.me.unit(membership.unit, format.day(membership.readOn))
            }
          />{' '}
          {membership.placedBy === null ? '' : words.me.origins[membership.placedBy.origin]}{' '}
          {words.me.standings[membership.standing]}
        </p>
      )}
      {held.competences.map((name) => (
        <p key={name} className="part-lead">
          <RichText text={words.me.competence(name)} />
        </p>
      ))}
      <OwnRow row={held.row} />
      {held.network === null ? null : <MeNetwork network={held.network} bridges={bridges} />}
      <h3>{words.me.actsTitle}</h3>
      <p className="part-lead">{words.me.actsLead(format.count(fewest))}</p>
      <p className="part-lead">{words.me.toward}</p>
      {held.acts.length === 0 ? null : (
        <p className="part-lead">
          <WholeWords text={`${words.me.minutesMeasured} ${words.me.minutesShared}`} />
        </p>
      )}
      <Acts acts={held.acts} />
      <h3>{words.me.daysTitle}</h3>
      <Lines
        none={words.me.noDays}
        lines={daysRead.map(({ source, days, from, to }) =>
          words.me.daysRead(
            words.about.sources[source] ?? source,
            format.count(days),
            format.day(from),
            format.day(to),
          ),
        )}
      />
      <h3>{words.me.usageTitle}</h3>
      <Lines
        none={words.me.noUsage}
        lines={usage.map(({ app, days }) =>
          words.me.used(columnName(app, words), format.count(days), format.count(held.reportDays)),
        )}
      />
    </section>
  );
}

function Lines({ lines, none }: { readonly lines: readonly string[]; readonly none: string }): ReactNode {
  if (lines.length === 0) return <p>{none}</p>;
  return (
    <ul className="promises">
      {lines.map((line) => (
        <li key={line}>
          <RichText text={line} />
        </li>
      ))}
    </ul>
  );
}

function OwnRow({ row }: Pick<HeldPeriodAnswer, 'row'>): ReactNode {
  const speech = useSpeech();
  const { words } = speech;
  if (row === null) return null;
  const listed = (names: readonly string[]): string =>
    sayList(
      names.map((name) => columnName(name, words)),
      names.length,
      speech,
    );
  return (
    <>
      <h3>{words.me.rowTitle}</h3>
      <p className="part-lead">{words.me.rowLead}</p>
      <Lines
        none=""
        lines={[
          row.reach.length === 0 ? words.me.noReach : words.me.reach(listed(row.reach)),
          row.breadth === null ? words.me.noBreadth : words.me.breadths[row.breadth],
          ...(row.channel === null ? [] : [words.me.channels[row.channel]]),
          row.apps.length === 0 ? words.me.noApps : words.me.apps(listed(row.apps)),
          ...(row.step === null ? [] : [words.me.step(row.step)]),
        ]}
      />
    </>
  );
}

function Acts({ acts }: Pick<HeldPeriodAnswer, 'acts'>): ReactNode {
  const speech = useSpeech();
  const { words, format } = speech;
  const [all, setAll] = useState(false);
  if (acts.length === 0) return <p>{words.me.noActs}</p>;
  const shown = all ? acts : acts.slice(0, LINES);
  return (
    <>
      <FigureTable
        caption={words.me.actsTitle}
        columns={[words.me.week, words.me.kind, words.me.to, words.me.times, words.me.minutes]}
        rows={shown.map(({ week, kind, toward, acts: times, minutes }) => [
          format.day(week),
          words.me.kinds[kind === 'online-meeting' ? 'onlineMeeting' : kind],
          towardName(toward, speech),
          format.count(times),
          format.count(minutes),
        ])}
      />
      {shown.length === acts.length ? null : (
        <div className="me-buttons">
          <Button
            onClick={() => {
              setAll(true);
            }}
          >
            {words.me.more(format.count(acts.length))}
          </Button>
        </div>
      )}
    </>
  );
}
