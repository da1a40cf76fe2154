import { z } from 'zod';
import { Failure } from '../connector/failure.ts';

/** The words of one language, by the key the manifest schema gives them. */
export type Words = Readonly<Record<string, string>>;

/** Microsoft's limits, in characters. */
const LONGEST: Readonly<Record<string, number>> = {
  'name.short': 30,
  'name.full': 100,
  'description.short': 80,
  'description.full': 4000,
  'staticTabs[0].name': 128,
  'staticTabs[1].name': 128,
  'staticTabs[2].name': 128,
};

/** Names Microsoft keeps for itself: a package that uses one is refused in the organisation's catalogue or the store. */
const MICROSOFTS =
  /\b(microsoft|teams|office|outlook|sharepoint|onedrive|exchange|entra|azure|copilot|viva|excel|word|power ?bi)\b/i;

const shape = z.record(z.string(), z.string());

/**
 * Reads a language file and holds it to Microsoft's rules: every text there, none blank or too long, no product name
 * of Microsoft's in the app's own name. Organisations may edit the files to use their own words, so the rules are
 * checked each time a package is built.
 *
 * @param file its name, for the sentence that says where something is wrong
 * @throws Failure 'bad-input' naming the file and the key
 */
export function readWords(file: string, text: string): Words {
  const words = parse(file, text);
  for (const [key, longest] of Object.entries(LONGEST)) {
    const value = words[key]?.trim() ?? '';
    if (value === '' || value === 'null') throw new Failure('bad-input', `${file}: ${key} is missing: give it a text.`);
    if (value.length > longest) {
      throw new Failure('bad-input', `${file}: ${key} is too long: at most ${longest} characters.`);
    }
    if (key.startsWith('name.') && MICROSOFTS.test(value)) {
      throw new Failure('bad-input', `${file}: ${key} uses a name of Microsoft's: choose one without it.`);
    }
  }
  const unknown = Object.keys(words).find((key) => key !== '$schema' && !(key in LONGEST));
  if (unknown !== undefined) throw new Failure('bad-input', `${file} has a key the manifest does not use: remove it.`);
  return words;
}

function parse(file: string, text: string): Words {
  try {
    return shape.parse(JSON.parse(text));
  } catch (error) {
    throw new Failure('bad-input', `${file} is not a JSON object of texts: compare it with the file delivered.`, {
      cause: error,
    });
  }
}
