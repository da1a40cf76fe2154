import { Button, Field, Input, Select } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import type { FieldsProps } from './scope-draft.ts';
import { useOfficeWords } from './use-office.ts';

/** The lists of a scope whose items have parts: partner organisations and competences. */
export function ScopeLists(props: FieldsProps): ReactNode {
  return (
    <>
      <Partners {...props} />
      <Competences {...props} />
    </>
  );
}

/** A list with one item changed, or without it. */
function replaced<Item>(items: readonly Item[], index: number, item: Item | undefined): Item[] {
  return items.flatMap((it, at) => (at === index ? (item === undefined ? [] : [item]) : [it]));
}

function Partners({ draft, onChange, wrong }: FieldsProps): ReactNode {
  const { form } = useOfficeWords();
  const partners = draft.partnerOrganisations ?? [];
  const set = (partnerOrganisations: typeof partners): void => {
    onChange({ partnerOrganisations: partnerOrganisations.length === 0 ? undefined : partnerOrganisations });
  };
  return (
    <fieldset>
      <legend>{form.partners}</legend>
      {partners.map((partner, index) => (
        <div key={index} className="office-row">
          <Field label={form.partnerName}>
            <Input
              value={partner.name}
              onChange={(_, { value }) => {
                set(replaced(partners, index, { ...partner, name: value }));
              }}
            />
          </Field>
          <Field label={form.kind}>
            <Select
              value={partner.kind ?? ''}
              onChange={(_, { value }) => {
                set(replaced(partners, index, { ...partner, kind: value === '' ? undefined : value }));
              }}
            >
              <option value="">{form.choose}</option>
              {Object.entries(form.kinds).map(([kind, name]) => (
                <option key={kind} value={kind}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={form.domains}>
            <Input
              value={partner.domains.join(' ')}
              onChange={(_, { value }) => {
                set(replaced(partners, index, { ...partner, domains: value.toLowerCase().split(' ') }));
              }}
              onBlur={() => {
                set(replaced(partners, index, { ...partner, domains: partner.domains.filter((it) => it !== '') }));
              }}
            />
          </Field>
          <Button
            onClick={() => {
              set(replaced(partners, index, undefined));
            }}
          >
            {form.remove(partner.name)}
          </Button>
        </div>
      ))}
      <p className="field-wrong">{wrong('partnerOrganisations').validationMessage}</p>
      <Button
        aria-label={`${form.add}: ${form.partners}`}
        onClick={() => {
          set([...partners, { name: '', domains: [] }]);
        }}
      >
        {form.add}
      </Button>
    </fieldset>
  );
}

function Competences({ draft, onChange, wrong }: FieldsProps): ReactNode {
  const { form } = useOfficeWords();
  const competences = draft.competences ?? [];
  const set = (competences: { name: string; groupId: string }[]): void => {
    onChange({ competences });
  };
  return (
    <fieldset>
      <legend>{form.competences}</legend>
      {competences.map((competence, index) => (
        <div key={index} className="office-row">
          <Field label={form.name}>
            <Input
              value={competence.name}
              onChange={(_, { value }) => {
                set(replaced(competences, index, { ...competence, name: value }));
              }}
            />
          </Field>
          <Field label={form.groupId}>
            <Input
              value={competence.groupId}
              onChange={(_, { value }) => {
                set(replaced(competences, index, { ...competence, groupId: value }));
              }}
            />
          </Field>
          <Button
            onClick={() => {
              set(replaced(competences, index, undefined));
            }}
          >
            {form.remove(competence.name)}
          </Button>
        </div>
      ))}
      <p className="field-wrong">{wrong('competences').validationMessage}</p>
      <Button
        aria-label={`${form.add}: ${form.competences}`}
        onClick={() => {
          set([...competences, { name: '', groupId: '' }]);
        }}
      >
        {form.add}
      </Button>
    </fieldset>
  );
}
