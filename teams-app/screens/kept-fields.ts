import { readWrittenDay } from '../words/written-day.ts';

/** What stands in a form: a text, or the values chosen from a list. */
export type KeptValues = Readonly<Record<string, string | readonly string[]>>;

interface Named {
  /** As the server calls it when it refuses what stands in it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** May be left empty. */
  readonly optional?: boolean;
}

export interface ChoiceOption {
  readonly value: string;
  readonly text: string;
}

/** One field of a form by which something official is kept. */
export type KeptField =
  | (Named & { readonly kind: 'text' | 'long'; readonly most: number })
  | (Named & { readonly kind: 'number'; readonly least: number; readonly most: number; readonly whole?: boolean })
  | (Named & { readonly kind: 'day' })
  | (Named & { readonly kind: 'choice'; readonly options: readonly ChoiceOption[] })
  | (Named & {
      readonly kind: 'many';
      readonly groups: readonly { readonly title: string; readonly options: readonly ChoiceOption[] }[];
    });

export function textIn(values: KeptValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** What is written in a field that may be empty, as the server wants it. */
export function textOrNull(values: KeptValues, name: string): string | null {
  const text = textIn(values, name);
  return text === '' ? null : text;
}

export function chosenIn(values: KeptValues, name: string): readonly string[] {
  const value = values[name];
  return typeof value === 'object' ? value : [];
}

/** A number as somebody writes it, with a comma or a point; not a number where it is none. */
export function numberIn(values: KeptValues, name: string): number {
  const text = textIn(values, name).replace(',', '.');
  return text === '' ? Number.NaN : Number(text);
}

/** Whether a field can be sent as it is filled. */
export function isFilled(field: KeptField, values: KeptValues): boolean {
  if (field.kind === 'many') {
    const offered = new Set(field.groups.flatMap(({ options }) => options.map(({ value }) => value)));
    return field.optional === true || chosenIn(values, field.name).some((value) => offered.has(value));
  }
  const text = textIn(values, field.name);
  if (text === '') return field.optional === true;
  switch (field.kind) {
    case 'number': {
      const value = numberIn(values, field.name);
      return value >= field.least && value <= field.most && (field.whole !== true || Number.isInteger(value));
    }
    case 'choice':
      return field.options.some(({ value }) => value === text);
    case 'text':
    case 'long':
      return text.length <= field.most;
    case 'day':
      return readWrittenDay(text) === text;
  }
}
