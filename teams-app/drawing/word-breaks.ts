/** A place where a word may go on in the next line. */
export interface Break {
  /** How many letters stand before it. */
  readonly at: number;
  /** Between two words of a compound. */
  readonly isJoint: boolean;
  /** What the line ends with: nothing where the word has a hyphen there already. */
  readonly sign: '-' | '';
}

/**
 * How the second words of compounds begin in the names of municipal units, in both written languages; those not listed
 * go by the rules. Whole words first: what stands within one of them is no joint.
 */
const SECOND_WORDS = new RegExp(
  [
    'tjenest|tenest|stasjon|avdeling|kontor|sent(?:er|r)|skole|skule|hage|hjem|heim|seksjon|sektor|område|enhet|eining',
    'gruppe|team|torg|bibliotek|museum|anlegg|hall|park|huset|mottak|vakt|lege|bolig|bustad|verk|vesen|virksomhet|verksemd',
    'helse|omsorg|vern|vekst|opplæring|undervisning|veiledning|rettleiing|rådgiv|rådgjev|behandling|terapi|sosial|støtte',
    'utvikling|forvalt|avløp|avlaup|teknisk|teknikk|renhold|reinhald|vedlikeh[oa]ld|drift|plan|utbygg|miljø|tilsyn|beredskap',
    'fellesskap|økonomi|regnskap|rekneskap|personal|direktør|ledelse|leder|leiing|leiar|sjef|administra|samordning|koordiner|system',
    'service|arbeid|tiltak|tilbud|tilbod|inkludering|integrering|samling|forebygg|førebygg|følging|råd|skap',
  ].join('|'),
  'gu',
);
/** Ends a first word that an s joins to the second. */
const JOINING_S = /[dgkt]s$/u;
/** After these letters an s joins whatever follows; after other g and k only before some letters. */
const SURELY_JOINING_S = /(?:[dt]|[nr]g)s$/u;
const VOWELS = 'aeiouyæøåäö';
/** Two consonants that begin a syllable together: `tjeneste`, `stasjon`, `skole`. */
const TOGETHER = /^(?:[bdfghklmnprstv]j|s[kpt]|[cp]h)$/u;
/** So do these, but where the first is double, as in `opplæring`. */
const OFTEN_TOGETHER = /^(?:[bdfgkpt]r|[bfkp]l|kv)$/u;
/** Of a word that is broken this much must stand before and after. */
const FEWEST = { hyphen: 2, joint: 3, syllable: 4, after: 4, afterHyphen: 3 };

/**
 * Where a Norwegian or an English word may be broken, from its beginning: after a hyphen; before a known second word of a
 * compound, as in `hjemme-tjenesten`; after the s that joins two words, as in `arbeidsmarkeds-tiltak`; and before what begins
 * a syllable. A rule of thumb, no dictionary; none for words in other scripts.
 */
export function breaksOf(word: string): Break[] {
  if (/[^\p{Script=Latin}\p{P}\p{N}]/u.test(word)) return [];
  const text = word.toLowerCase();
  const known = [...text.matchAll(SECOND_WORDS)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  return text.split('').flatMap((_, at): Break[] => {
    const after = text.length - at;
    if (/[-–/]/u.test(text.charAt(at - 1)))
      return at >= FEWEST.hyphen && after >= FEWEST.afterHyphen ? [{ at, isJoint: true, sign: '' }] : [];
    if (at < FEWEST.joint || after < FEWEST.after) return [];
    if (known.some(({ from }) => from === at)) return [{ at, isJoint: true, sign: '-' }];
    const isWithin = known.some(({ from, to }) => from < at && at < to);
    if (!isWithin && at >= FEWEST.syllable && followsJoiningS(text, at)) return [{ at, isJoint: true, sign: '-' }];
    return beginsSyllable(text, at) ? [{ at, isJoint: false, sign: '-' }] : [];
  });
}

/** Rather `fag-stab` and `musikk-studio` than `fags-tab` and `musikks-tudio`. */
function followsJoiningS(text: string, at: number): boolean {
  const [before, letter] = [text.slice(0, at), text.charAt(at)];
  if (!JOINING_S.test(before) || letter === 'j') return false;
  return SURELY_JOINING_S.test(before) || (isConsonant(letter) && !'kpt'.includes(letter));
}

/** The one consonant before a vowel, or the few that are not parted there; never the s that ends the word before. */
function beginsSyllable(text: string, at: number): boolean {
  if (!isConsonant(text.charAt(at)) || areTogether(text, at - 1) || followsJoiningS(text, at + 1)) return false;
  let last = at;
  while (areTogether(text, last)) last += 1;
  return isVowel(text.charAt(last + 1)) && (last > at || at >= FEWEST.syllable);
}

function areTogether(text: string, at: number): boolean {
  const pair = text.slice(at, at + 2);
  return TOGETHER.test(pair) || (OFTEN_TOGETHER.test(pair) && text.charAt(at - 1) !== text.charAt(at));
}

function isVowel(letter: string): boolean {
  return letter !== '' && VOWELS.includes(letter);
}

function isConsonant(letter: string): boolean {
  return /\p{Script=Latin}/u.test(letter) && !isVowel(letter);
}
