import { Button, Checkbox, Field, Select } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type GatesAnswer, gatesAnswer, PARTICIPANTS, recordedAnswer } from '../../connector/api/answers.ts';
import { FigureTable } from '../drawing/figure-table.tsx';
import { opening } from '../words/opening.ts';
import { useSpeech } from '../words/speech.ts';
import { DayField } from './day-field.tsx';
import { FileField } from './file-field.tsx';
import { FailureNotice } from './notice.tsx';
import { Said } from './office-proposal.tsx';
import { useAnswer } from './use-answer.ts';
import { useDoing, useOfficeWords } from './use-office.ts';
import { Waiting } from './waiting.tsx';

/** Every gate with how it stands, who must act and what happens when it lapses; and a form for what the reader may record. */
export function OfficeGates(): ReactNode {
  const words = useOfficeWords();
  const [asked, again] = useAnswer('/api/gates', gatesAnswer);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'failed')
    return <FailureNotice failure={asked.failure} reference={asked.reference} onRetry={again} />;
  const { gates, records, binding, may } = asked.answer;
  return (
    <>
      <header className="lead">
        <h1>{words.gates.title}</h1>
        <p className="lead-text">{binding ? words.gates.lead : words.gates.leadInTrial}</p>
      </header>
      <ul className="gates" aria-label={words.gates.title}>
        {gates.map((gate) => (
          <Gate key={gate.gate} gate={gate} />
        ))}
      </ul>
      {may.length === 0 ? null : <RecordForm answer={asked.answer} onDone={again} />}
      <section className="part" aria-labelledby="office-records">
        <h2 id="office-records">{words.gates.recorded}</h2>
        {records.length === 0 ? <p>{words.gates.noRecords}</p> : <Records records={records} />}
      </section>
    </>
  );
}

function Gate({ gate }: { readonly gate: GatesAnswer['gates'][number] }): ReactNode {
  const { gates: words, offices } = useOfficeWords();
  const { format } = useSpeech();
  return (
    <li className={gate.open ? 'gate' : 'gate gate-closed'}>
      <h2>{words.names[gate.gate]}</h2>
      <p>
        <strong>{gate.open ? words.open : words.closed}.</strong>{' '}
        {gate.open
          ? gate.since !== null && words.since(format.day(gate.since))
          : gate.needs !== null && words.needs[gate.needs]}
      </p>
      <p>
        {gate.open ? '' : `${words.whose(offices[gate.whose])} `}
        {gate.lapsesOn === null ? (gate.open ? words.never : '') : words.lapses(format.day(gate.lapsesOn))}
      </p>
    </li>
  );
}

function Records({ records }: Pick<GatesAnswer, 'records'>): ReactNode {
  const { gates: words, offices } = useOfficeWords();
  const { format } = useSpeech();
  return (
    <FigureTable
      caption={words.recorded}
      columns={words.columns}
      rows={records.map(({ gate, office, on, at, sha256 }) => [
        words.names[gate],
        opening(offices[office]),
        format.day(on),
        format.day(at),
        `${sha256.slice(0, 12)}…`,
      ])}
    />
  );
}

type Recorded = GatesAnswer['may'][number];

function RecordForm({ answer, onDone }: { readonly answer: GatesAnswer; readonly onDone: () => void }): ReactNode {
  const { gates: words } = useOfficeWords();
  const [gate, setGate] = useState<Recorded>(answer.may[0] ?? 'dpia');
  const [on, setOn] = useState('');
  const [sha256, setPrint] = useState('');
  const [participants, setParticipants] = useState<readonly string[]>([]);
  const [proposal, setProposal] = useState(answer.proposals.at(-1));
  const [doing, doIt] = useDoing();
  const wrong = (field: string): string | undefined => (doing.about === field ? doing.said : undefined);
  const send = async (): Promise<void> => {
    const body = { gate, on, sha256, ...(gate === 'discussion' ? { participants, proposal } : {}) };
    if ((await doIt('/api/gates', body, recordedAnswer)) !== undefined) onDone();
  };
  return (
    <section className="part" aria-labelledby="office-record">
      <h2 id="office-record">{words.record}</h2>
      <form
        className="office-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field label={words.what}>
          <Select
            value={gate}
            onChange={(_, { value }) => {
              setGate(answer.may.find((one) => one === value) ?? gate);
            }}
          >
            {answer.may.map((one) => (
              <option key={one} value={one}>
                {words.names[one]}
              </option>
            ))}
          </Select>
        </Field>
        <DayField label={words.on} wrong={wrong('on') ?? wrong('day-to-come')} value={on} onChange={setOn} />
        {gate === 'discussion' ? (
          <>
            <fieldset>
              <legend>{words.participants}</legend>
              {PARTICIPANTS.map((one) => (
                <Checkbox
                  key={one}
                  label={words.functions[one]}
                  checked={participants.includes(one)}
                  onChange={(_, { checked }) => {
                    setParticipants(
                      checked === true ? [...participants, one] : participants.filter((it) => it !== one),
                    );
                  }}
                />
              ))}
              <p className="field-wrong">{wrong('participants')}</p>
            </fieldset>
            <Field label={words.proposal} validationMessage={wrong('proposal') ?? null}>
              <Select
                value={String(proposal ?? '')}
                onChange={(_, { value }) => {
                  setProposal(Number(value));
                }}
              >
                {answer.proposals.map((number) => (
                  <option key={number} value={number}>
                    {number}
                  </option>
                ))}
              </Select>
            </Field>
          </>
        ) : null}
        <FilePrint print={sha256} wrong={wrong('sha256')} onPrint={setPrint} />
        <div className="office-buttons">
          <Button type="submit" appearance="primary" disabled={doing.state === 'doing'}>
            {words.send}
          </Button>
        </div>
        <Said doing={doing} beside={['on', 'day-to-come', 'participants', 'proposal', 'sha256']} />
      </form>
    </section>
  );
}

interface PrintProps {
  readonly print: string;
  readonly wrong: string | undefined;
  readonly onPrint: (sha256: string) => void;
}

/** The file is read here and stays here: its SHA-256 alone goes on. */
function FilePrint({ print, wrong, onPrint }: PrintProps): ReactNode {
  const { gates: words } = useOfficeWords();
  const read = async (file: File): Promise<void> => {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    onPrint([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  };
  return (
    <FileField
      label={words.file}
      hint={print === '' ? words.fileHint : words.print(print)}
      wrong={wrong}
      onFile={(file) => void read(file)}
    />
  );
}
