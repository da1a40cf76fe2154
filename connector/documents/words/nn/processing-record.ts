import type { Words } from '../catalogue.ts';

/** The record of processing: GDPR article 30. */
export const processingRecord: Words['processingRecord'] = {
  title: (organisation) => `Protokoll over behandling (artikkel 30): Samspill hos ${organisation}`,
  head: ['Kva lova spør om', 'Svar'],
  controller: 'Behandlingsansvarleg',
  officer: 'Personvernombod',
  purposes: 'Formål',
  basis: 'Behandlingsgrunnlag',
  people: 'Kven det gjeld',
  peopleText: 'Tilsette på lista over dei som kan bli lesne.',
  categories: 'Slag opplysningar',
  contacts: 'at to hadde kontakt ein dag',
  usage: 'at eit verktøy vart brukt ein dag',
  directory: 'eining og om ein er leiar, folkevald eller i førstelinja',
  special: 'Særlege kategoriar (artikkel 9)',
  specialText: 'Ingen blir søkte. Kontakt som kan røpe slikt, blir kasta ved døra.',
  recipients: 'Mottakarar',
  recipientsText:
    'Leiarar får tal per eining med støy. Alle kan krevje innsyn i publiserte tal. Leiarar ser namn og eining til den som sjølv har valt å stå som brubyggjar.',
  transfers: 'Overføring ut av EØS',
  transfersText: 'Samspill overfører ikkje noko. Sjå avtalen de har med Microsoft.',
  erasure: 'Fristar for sletting',
  erasureText:
    'Rader og nøkkel: når tala for kvartalet er laga. Tal med støy: varig. Namn på brubyggjarar: når dei trekkjer seg.',
  security: 'Tryggleik',
  securityText: (custody) =>
    `Kjennemerke med eigen nøkkel kvart kvartal. Nøklar i ${custody}. Minst mogleg løyve, og ein rekneskap ingen kan endre utan at det er synleg.`,
  ends: 'Slutt',
  processors: 'Databehandlarar',
  toWrite: '(fyll ut)',
};
