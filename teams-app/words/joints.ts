/** What stands before the joint in the long words of documents. */
const FIRST_PARTS = [
  'personvern|behandlings|bedriftshelse|bedrifts|arbeidsmiljø|forhånds|førehands|sikkerhets|tryggings|møteinn|post',
  'spørre|spørje|databe|telefon',
].join('|');
const JOINT = new RegExp(`(?<=(?<!\\p{L})(?:${FIRST_PARTS}))(?=\\p{L}{4})`, 'giu');
const LONG = /\p{L}{14,}/gu;

/**
 * A text whose long words may be parted by a hyphen where two words were joined, as `personvern-ansvarlig`, and are otherwise
 * the same to see and to hear: few browsers know themselves where Norwegian words are joined, and break them anywhere.
 */
export function withJoints(text: string): string {
  return text.replace(LONG, (word) => word.replace(JOINT, '\u00ad'));
}
