import { type ReactNode } from 'react';
import { type PeersAnswer, peersAnswer } from '../../connector/api/benefit-answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { journeyWords } from '../words/journey-words.ts';
import { useSpeech } from '../words/speech.ts';
import { SectionAnswer } from './section-answer.tsx';
import { useAnswer } from './use-answer.ts';

/** Public figures of other municipalities beside our own. */
export function PeersSection(): ReactNode {
  const { language } = useSpeech();
  const { peers: words } = journeyWords(language);
  const asked = useAnswer('/api/peers', peersAnswer);
  return (
    <section className="part" aria-labelledby="peers-title">
      <h2 id="peers-title">{words.title}</h2>
      <p className="part-lead">{words.lead}</p>
      <SectionAnswer asked={asked}>{(answer) => <Compared answer={answer} />}</SectionAnswer>
    </section>
  );
}

function Compared({ answer: { compared } }: { readonly answer: PeersAnswer }): ReactNode {
  const { language, words: all, format } = useSpeech();
  const { peers: words } = journeyWords(language);
  if (compared.length === 0) return <p className="part-lead">{words.none}</p>;
  const say = (value: number): string => format.decimal(value, 1);
  return (
    <FigureTable
      caption={words.title}
      columns={[words.indicator, words.year, words.own, words.median, words.range, words.others]}
      rows={compared.map(({ indicator, year, own, median, lowest, highest, others }) => [
        indicator,
        String(year),
        own === null ? words.absent : say(own),
        say(median),
        all.figures.interval(say(lowest), say(highest)),
        format.count(others),
      ])}
    />
  );
}
