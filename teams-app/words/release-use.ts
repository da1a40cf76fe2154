/** What a leader says a release was used for, på bokmål. */
export const releaseUseNb = {
  title: 'Hva har dere brukt tallene til?',
  lead: (period: string) =>
    `Fortell hva dere har brukt tallene for ${period} til. De som følger med på behandlingen, ser svaret. Hvem som svarte, blir ikke lagret.`,
  kind: 'Brukt til',
  choose: 'Velg',
  kinds: {
    organisation: 'Organisering av arbeidet',
    adoption: 'Innføring av verktøy',
    launch: 'Planlegging av en lansering',
    'working-environment': 'Arbeidsmiljø',
    reporting: 'Rapportering',
    other: 'Annet',
  },
  text: 'Noen ord om det',
  hint: (left: string) => `Skriv ikke navn på personer. ${left} tegn igjen.`,
  send: 'Send svaret',
  sent: 'Takk. Svaret er sendt.',
  wrong: { use: 'Velg hva tallene er brukt til.', text: 'Skriv noen ord, høyst 200 tegn.' },
  failed: 'Det gikk ikke. Ingenting er sendt. Prøv igjen.',
};

/** The same in English. */
export const releaseUseEn: typeof releaseUseNb = {
  title: 'What have you used the figures for?',
  lead: (period) =>
    `Tell us what you have used the figures for ${period} for. Those who oversee the processing see the answer. Who gave it is not recorded.`,
  kind: 'Used for',
  choose: 'Choose',
  kinds: {
    organisation: 'Organising the work',
    adoption: 'Taking tools into use',
    launch: 'Planning a launch',
    'working-environment': 'The working environment',
    reporting: 'Reporting',
    other: 'Something else',
  },
  text: 'A few words about it',
  hint: (left) => `Do not name anybody. ${left} characters left.`,
  send: 'Send the answer',
  sent: 'Thank you. The answer is sent.',
  wrong: { use: 'Choose what the figures were used for.', text: 'Write a few words, 200 characters at most.' },
  failed: 'It did not work. Nothing was sent. Try again.',
};

/** The same på nynorsk. */
export const releaseUseNn: typeof releaseUseNb = {
  title: 'Kva har de brukt tala til?',
  lead: (period) =>
    `Fortel kva de har brukt tala for ${period} til. Dei som følgjer med på behandlinga, ser svaret. Kven som svarte, blir ikkje lagra.`,
  kind: 'Brukt til',
  choose: 'Vel',
  kinds: {
    organisation: 'Organisering av arbeidet',
    adoption: 'Innføring av verktøy',
    launch: 'Planlegging av ei lansering',
    'working-environment': 'Arbeidsmiljø',
    reporting: 'Rapportering',
    other: 'Anna',
  },
  text: 'Nokre ord om det',
  hint: (left) => `Skriv ikkje namn på personar. ${left} teikn igjen.`,
  send: 'Send svaret',
  sent: 'Takk. Svaret er sendt.',
  wrong: { use: 'Vel kva tala er brukte til.', text: 'Skriv nokre ord, høgst 200 teikn.' },
  failed: 'Det gjekk ikkje. Ingenting er sendt. Prøv igjen.',
};
