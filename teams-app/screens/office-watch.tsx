import { type ReactNode } from 'react';
import { gatesAnswer, scopeAnswer } from '../../connector/api/answers.ts';
import { officeAnswer, type OfficeAnswer } from '../../connector/api/office-answers.ts';
import { DocumentBlocks } from '../drawing/document-blocks.tsx';
import { FigureTable } from '../drawing/figure-table.tsx';
import { Part } from '../drawing/part.tsx';
import { officeWords } from '../words/office-watch.ts';
import { useSpeech } from '../words/speech.ts';
import { Documents } from './documents.tsx';
import { FailureNotice } from './notice.tsx';
import { OfficeArchive } from './office-archive.tsx';
import { OfficeAttacks } from './office-attacks.tsx';
import { OfficeFields } from './office-fields.tsx';
import { OfficePause } from './office-pause.tsx';
import { OfficeKeys, OfficePermissions, OfficeReleases, OfficeVolumes } from './office-figures.tsx';
import { useAnswer } from './use-answer.ts';
import { Waiting } from './waiting.tsx';

const QUESTIONS = [
  'on',
  'pause',
  'permissions',
  'fields',
  'volumes',
  'keys',
  'releases',
  'attacks',
  'accesses',
  'gates',
  'uses',
  'download',
] as const;
type Question = (typeof QUESTIONS)[number];

/** One page for those who watch over the processing: first the questions, then an answer to each. */
export function OfficeWatch(): ReactNode {
  const { language } = useSpeech();
  const words = officeWords(language);
  const [asked, again] = useAnswer('/api/office', officeAnswer);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  const office = asked.answer;
  const drawn: Record<Question, ReactNode> = {
    on: <InForce />,
    pause: <OfficePause pause={office.pause} onDone={again} />,
    permissions: <OfficePermissions office={office} />,
    fields: <OfficeFields office={office} />,
    volumes: <OfficeVolumes office={office} />,
    keys: <OfficeKeys office={office} />,
    releases: <OfficeReleases office={office} />,
    attacks: <OfficeAttacks attacks={office.attacks} />,
    accesses: <Accesses office={office} />,
    gates: <Gates />,
    uses: <Uses office={office} />,
    download: <OfficeArchive office={office} />,
  };
  return (
    <>
      <header className="lead">
        <p className="eyebrow">{office.organisation}</p>
        <h1>{words.title}</h1>
        <p className="lead-text">{words.lead}</p>
      </header>
      <nav className="part office-questions" aria-label={words.questions}>
        <h2>{words.questions}</h2>
        <ul>
          {QUESTIONS.map((part) => (
            <li key={part}>
              <a
                href={`#/office`}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(part);
                }}
              >
                {words[part].title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {QUESTIONS.map((part) => (
        <Part key={part} id={`office-${part}-title`} title={words[part].title}>
          {drawn[part]}
        </Part>
      ))}
      <Documents />
    </>
  );
}

/** To the answer, for those who see it and those who hear it; it is opened where it is folded. */
function goTo(part: Question): void {
  const section = document.getElementById(`office-${part}`);
  section?.querySelector<HTMLElement>('.part-switch[aria-expanded=false]')?.click();
  section?.focus({ preventScroll: true });
  section?.scrollIntoView();
}

function InForce(): ReactNode {
  const { language, format, words: all } = useSpeech();
  const words = officeWords(language).on;
  const [asked] = useAnswer(`/api/scope?language=${language}`, scopeAnswer);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed') return <p className="warning">{all.failures[asked.failure].text}</p>;
  const { inForce } = asked.answer;
  if (inForce === null) return <p className="part-lead">{words.none}</p>;
  return (
    <>
      <p className="part-lead">{words.since(format.day(inForce.since))}</p>
      <article className="document">
        <h3>{inForce.title}</h3>
        <DocumentBlocks blocks={inForce.blocks} title={inForce.title} toFill="" />
      </article>
    </>
  );
}

interface Props {
  readonly office: OfficeAnswer;
}

function Accesses({ office: { accesses } }: Props): ReactNode {
  const { language, format } = useSpeech();
  const words = officeWords(language);
  return (
    <FigureTable
      caption={words.accesses.caption}
      columns={words.accesses.columns}
      rows={accesses.map(({ day, office, people }) => [format.day(day), words.offices[office], format.count(people)])}
    />
  );
}

function Gates(): ReactNode {
  const { language, format, words: all } = useSpeech();
  const words = officeWords(language);
  const [asked] = useAnswer('/api/gates', gatesAnswer);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed') return <p className="warning">{all.failures[asked.failure].text}</p>;
  const day = (on: string | null): string => (on === null ? words.nothing : format.day(on));
  return (
    <>
      {asked.answer.binding ? null : <p className="part-lead">{words.gates.notBinding}</p>}
      <FigureTable
        caption={words.gates.caption}
        columns={words.gates.columns}
        rows={asked.answer.gates.map(({ gate, open, since, lapsesOn, whose }) => [
          words.gates.names[gate] ?? gate,
          open ? words.gates.open : words.gates.whose(words.offices[whose]),
          day(since),
          day(lapsesOn),
        ])}
      />
    </>
  );
}

function Uses({ office: { uses } }: Props): ReactNode {
  const { language, format } = useSpeech();
  const words = officeWords(language);
  if (uses.length === 0) return <p className="part-lead">{words.uses.none}</p>;
  return (
    <FigureTable
      caption={words.uses.caption}
      columns={words.uses.columns}
      rows={uses.map(({ on, period, use, text }) => [
        format.day(on),
        format.periodNamed(period),
        words.uses.names[use],
        text ?? words.nothing,
      ])}
    />
  );
}
