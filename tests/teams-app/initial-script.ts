/** The scripts a browser fetches before anything is drawn: the entry, and what the page says comes with it. */
export function scriptsOf(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(([, path]) => path ?? []);
}
