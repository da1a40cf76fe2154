import type { ScopeDocument } from '../../connector/api/answers.ts';

/** What stands in the form: the document itself, so that what no field shows is kept as it is. */
export type Draft = Partial<ScopeDocument> & Record<string, unknown>;

/** What a group of fields is given of the draft, and how it changes it. */
export interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (changed: Draft) => void;
  /** What to say beside a field of this name, if it is wrong. */
  readonly wrong: (field: string) => { readonly validationMessage?: string };
}
