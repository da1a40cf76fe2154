import { type ReactNode } from 'react';
import type { JourneyAnswer } from '../../connector/api/journey-answers.ts';
import { Part } from '../drawing/part.tsx';
import { PictureOrTable } from '../drawing/picture-or-table.tsx';
import { opening } from '../words/opening.ts';
import { journeyWords } from '../words/journey-words.ts';
import { type Speech, useSpeech } from '../words/speech.ts';

type Happening = JourneyAnswer['timeline'][number];

/** What happened on which day, the newest first; what did not work stays. */
export function TimelineSection({ answer }: { readonly answer: JourneyAnswer }): ReactNode {
  const speech = useSpeech();
  const { format } = speech;
  const words = journeyWords(speech.language).timeline;
  const happened = answer.timeline
    .toReversed()
    .map((happening) => ({ happening, on: happening.on, said: sayHappening(happening, answer, speech) }));
  const [newest] = happened;
  const gist = newest === undefined ? words.empty : `${format.day(newest.on)}: ${newest.said}`;
  return (
    <Part id="timeline-title" title={words.title} gist={gist} startsOpen>
      {happened.length === 0 ? (
        <p className="part-lead">{words.empty}</p>
      ) : (
        <>
          <p className="part-lead">{words.lead}</p>
          <PictureOrTable
            about={words.title}
            table={{
              caption: words.title,
              population: words.population,
              isExact: true,
              columns: [words.day, words.what],
              rows: happened.map(({ on, said }) => [format.day(on), said]),
            }}
          >
            <ol className="timeline">
              {happened.map(({ happening, on, said }, index) => (
                <li key={index} className={`timeline-${happening.kind}`}>
                  <time dateTime={on}>{format.day(on)}</time>
                  <span>{said}</span>
                </li>
              ))}
            </ol>
          </PictureOrTable>
        </>
      )}
    </Part>
  );
}

function sayHappening(happening: Happening, { launches }: JourneyAnswer, { language, format }: Speech): string {
  const { timeline, states } = journeyWords(language);
  if (happening.kind === 'release') return timeline.kinds.release(format.periodNamed(happening.period));
  const launch = launches.find(({ number }) => number === happening.launch);
  const what = launch?.what ?? '';
  switch (happening.kind) {
    case 'retrospective':
      return opening(timeline.retrospective(what, states[happening.outcome].toLocaleLowerCase(language)));
    case 'replaced':
      return timeline.kinds.replaced(launch?.replaces?.what ?? what);
    case 'launch':
    case 'expected':
      return timeline.kinds[happening.kind](what);
  }
}
