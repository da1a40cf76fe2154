/** The first letter made large, for a phrase that opens a sentence. */
export function opening(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
}
