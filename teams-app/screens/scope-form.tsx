import { Button, Checkbox, Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { changesAnswer, type DocumentBlock, proposedAnswer, type ScopeDocument } from '../../connector/api/answers.ts';
import { DocumentBlocks } from '../drawing/document-blocks.tsx';
import { useSpeech } from '../words/speech.ts';
import { DayField } from './day-field.tsx';
import { Said } from './office-proposal.tsx';
import type { Draft, FieldsProps } from './scope-draft.ts';
import { ScopeFile } from './scope-file.tsx';
import { ScopeLists } from './scope-lists.tsx';
import { useDoing, useOfficeWords } from './use-office.ts';

const EMPTY: Draft = {
  version: 1,
  organisation: '',
  purposes: ['organisation-development'],
  sources: ['sent-items'],
  unitsOut: [],
  positiveGroupId: '',
  unitAttribute: 'department',
  titles: { leader: [], elected: [] },
  level: 'standard',
  structuralTables: false,
  competences: [],
  staffNoticeOn: '',
  readBack: false,
  endsOn: '',
};

interface Props {
  /** The scope in force; absent where there is none. */
  readonly from?: ScopeDocument;
  readonly onProposed: () => void;
}

/** A change of the scope in a form: see in words what it changes, then propose it. Nothing is kept before that. */
export function ScopeForm({ from, onProposed }: Props): ReactNode {
  const words = useOfficeWords();
  const { language } = useSpeech();
  const [draft, setDraft] = useState<Draft>(from ?? EMPTY);
  const [changes, setChanges] = useState<readonly DocumentBlock[]>();
  const [doing, doIt] = useDoing();
  const wrong: FieldsProps['wrong'] = (field) =>
    isAbout(doing.about, field) && doing.said !== undefined ? { validationMessage: doing.said } : {};
  const change = (changed: Draft): void => {
    setDraft({ ...draft, ...changed });
    setChanges(undefined);
  };
  const check = async (): Promise<void> => {
    const answer = await doIt('/api/scope/check', { scope: draft, language }, changesAnswer);
    setChanges(answer?.changes);
  };
  const propose = async (): Promise<void> => {
    if ((await doIt('/api/scope/proposals', { scope: draft }, proposedAnswer)) !== undefined) onProposed();
  };
  const fields = { draft, onChange: change, wrong };
  return (
    <form
      className="office-form scope-form"
      aria-label={words.form.title}
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <ScopeFile
        draft={draft}
        onRead={(read) => {
          setDraft(read);
          setChanges(undefined);
        }}
      />
      <Purposes {...fields} />
      <Sources {...fields} />
      <Whom {...fields} />
      <Protection {...fields} />
      <ScopeLists {...fields} />
      <Time {...fields} />
      <div className="office-buttons">
        <Button type="submit" disabled={doing.state === 'doing'}>
          {words.form.check}
        </Button>
        <Button
          appearance="primary"
          disabled={changes === undefined || doing.state === 'doing'}
          onClick={() => void propose()}
        >
          {words.form.propose}
        </Button>
      </div>
      {doing.state === 'failed' ? <Said doing={doing} /> : null}
      {changes === undefined ? null : (
        <section className="document" aria-labelledby="scope-changes">
          <h3 id="scope-changes">{words.form.checked}</h3>
          <DocumentBlocks
            blocks={changes}
            title={words.form.checked}
            toFill=""
            folding={{ name: 'scope-changes', what: 'tables' }}
          />
        </section>
      )}
    </form>
  );
}

/** A rule is said beside the field it is about. */
const ABOUT_RULES: Readonly<Record<string, string>> = {
  'no-legal-basis': 'legalBasis',
  'partner-without-kind': 'partnerOrganisations',
};

function isAbout(about: string | undefined, field: string): boolean {
  return about !== undefined && (about === `scope.${field}` || ABOUT_RULES[about] === field);
}

function toggled(list: readonly string[] | undefined, item: string, isOn: boolean): string[] {
  const others = (list ?? []).filter((it) => it !== item);
  return isOn ? [...others, item] : others;
}

function Purposes({ draft, onChange, wrong }: FieldsProps): ReactNode {
  const { form } = useOfficeWords();
  return (
    <>
      <Field label={form.organisation} {...wrong('organisation')}>
        <Input
          value={textIn(draft['organisation'])}
          onChange={(_, { value }) => {
            onChange({ organisation: value });
          }}
        />
      </Field>
      <fieldset>
        <legend>{form.purposes}</legend>
        {Object.entries(form.purpose).map(([purpose, name]) => (
          <Checkbox
            key={purpose}
            label={name}
            checked={draft.purposes?.includes(purpose) === true}
            onChange={(_, { checked }) => {
              onChange({ purposes: toggled(draft.purposes, purpose, checked === true) });
            }}
          />
        ))}
        <p className="field-wrong">{wrong('purposes').validationMessage}</p>
      </fieldset>
      <Field label={form.legalBasis} {...wrong('legalBasis')}>
        <Textarea
          value={draft.legalBasis ?? ''}
          maxLength={2_000}
          onChange={(_, { value }) => {
            onChange({ legalBasis: value === '' ? undefined : value });
          }}
        />
      </Field>
    </>
  );
}

function Sources({ draft, onChange, wrong }: FieldsProps): ReactNode {
  const { form } = useOfficeWords();
  return (
    <fieldset>
      <legend>{form.sources}</legend>
      <p className="small-print">{form.sourcesHint}</p>
      <div className="office-choices">
        {Object.entries(form.source).map(([source, name]) => (
          <Checkbox
            key={source}
            className={source === 'chat-messages' ? 'danger' : ''}
            label={name}
            checked={draft.sources?.includes(source) === true}
            onChange={(_, { checked }) => {
              onChange({ sources: toggled(draft.sources, source, checked === true) });
            }}
          />
        ))}
      </div>
      {draft.sources?.includes('chat-messages') === true ? <p className="danger-note">{form.chatWarning}</p> : null}
      <p className="field-wrong">{wrong('sources').validationMessage}</p>
    </fieldset>
  );
}

const ATTRIBUTES = ['department', 'companyName', 'officeLocation'].concat(
  Array.from({ length: 15 }, (_, index) => `onPremisesExtensionAttributes.extensionAttribute${String(index + 1)}`),
);

const STANDINGS = ['leader', 'elected'] as const;
const titles = z.object({ leader: z.array(z.string()), elected: z.array(z.string()) });

function titlesIn(draft: Draft): z.infer<typeof titles> {
  return titles.safeParse(draft['titles']).data ?? { leader: [], elected: [] };
}

function Whom({ draft, onChange, wrong }: FieldsProps): ReactNode {
  const { form } = useOfficeWords();
  return (
    <>
      {draft['positiveList'] === undefined ? (
        <Field label={form.positiveGroupId} {...wrong('positiveGroupId')}>
          <Input
            value={textIn(draft['positiveGroupId'])}
            onChange={(_, { value }) => {
              onChange({ positiveGroupId: value });
            }}
          />
        </Field>
      ) : null}
      <Field label={form.unitAttribute} {...wrong('unitAttribute')}>
        <Select
          value={textIn(draft['unitAttribute'])}
          onChange={(_, { value }) => {
            onChange({ unitAttribute: value });
          }}
        >
          {ATTRIBUTES.map((attribute) => (
            <option key={attribute}>{attribute}</option>
          ))}
        </Select>
      </Field>
      <Lines
        {...{ label: form.unitsOut, lines: draft.unitsOut ?? [], wrong: wrong('unitsOut') }}
        onLines={(unitsOut) => {
          onChange({ unitsOut });
        }}
      />
      {STANDINGS.map((standing) => (
        <Lines
          key={standing}
          {...{ label: form[standing], lines: titlesIn(draft)[standing], wrong: wrong('titles') }}
          onLines={(titles) => {
            onChange({ titles: { ...titlesIn(draft), [standing]: titles } });
          }}
        />
      ))}
    </>
  );
}

interface LinesProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly wrong: { readonly validationMessage?: string };
  readonly onLines: (lines: string[]) => void;
}

/** Texts one a line; what is being typed is kept as it is typed. */
function Lines({ label, lines, wrong, onLines }: LinesProps): ReactNode {
  const { form } = useOfficeWords();
  const [typed, setTyped] = useState(lines.join('\n'));
  return (
    <Field label={label} hint={form.onePerLine} {...wrong}>
      <Textarea
        value={typed}
        onChange={(_, { value }) => {
          setTyped(value);
          onLines(
            value
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          );
        }}
      />
    </Field>
  );
}

function Protection({ draft, onChange }: FieldsProps): ReactNode {
  const { form } = useOfficeWords();
  return (
    <>
      <Field label={form.level}>
        <RadioGroup
          value={draft.level ?? ''}
          onChange={(_, { value }) => {
            onChange({ level: value === 'careful' ? 'careful' : 'standard' });
          }}
        >
          <Radio value="standard" label={form.levels.standard} />
          <Radio value="careful" label={form.levels.careful} />
        </RadioGroup>
      </Field>
      <Checkbox
        label={form.structural}
        checked={draft.structuralTables === true}
        onChange={(_, { checked }) => {
          onChange({ structuralTables: checked === true });
        }}
      />
    </>
  );
}

function Time({ draft, onChange, wrong }: FieldsProps): ReactNode {
  const { form } = useOfficeWords();
  return (
    <>
      <DayField
        label={form.staffNoticeOn}
        wrong={wrong('staffNoticeOn').validationMessage}
        value={draft.staffNoticeOn ?? ''}
        onChange={(day) => {
          onChange({ staffNoticeOn: day });
        }}
      />
      <Checkbox
        label={form.readBack}
        checked={draft.readBack === true}
        onChange={(_, { checked }) => {
          onChange({ readBack: checked === true });
        }}
      />
      <DayField
        label={form.endsOn}
        wrong={wrong('endsOn').validationMessage}
        value={draft.endsOn ?? ''}
        onChange={(day) => {
          onChange({ endsOn: day });
        }}
      />
    </>
  );
}

function textIn(held: unknown): string {
  return typeof held === 'string' ? held : '';
}
