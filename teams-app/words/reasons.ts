import type { Language } from './language.ts';

/**
 * Bokmål of the reasons which the connector gives, in English, beside each field it reads. Keyed by the reason itself:
 * when the connector gives a new one the reader sees it in English, marked as such, rather than an old translation.
 */
const BOKMAAL: Readonly<Record<string, string>> = {
  'what a pseudonym is made from; stays in memory': 'pseudonymet lages av den; blir bare i minnet',
  'usage reports name people by it; stays in memory': 'bruksrapporten kjenner folk på den; blir bare i minnet',
  'recipients are written as addresses; stays in memory': 'mottakere står som adresser; blir bare i minnet',
  'a person has several addresses; stays in memory': 'en person har flere adresser; blir bare i minnet',
  'a disabled account is nobody at work': 'en stengt konto er ingen på jobb',
  'guests are not read': 'gjester leses ikke',
  'rooms and devices are not people': 'rom og utstyr er ikke personer',
  'tells leaders and elected members by the titles in the scope; not kept':
    'skiller ledere og folkevalgte fra andre, etter titlene som er bestemt; lagres ikke',
  'tells frontline staff by the licences F1 and F3; not kept':
    'skiller ut dem i førstelinjen, etter lisensene F1 og F3; lagres ikke',
  'with the next: whether there is a mailbox; not kept': 'sammen med neste: om det finnes en postkasse; lagres ikke',
  'whether the mailbox is in force; not kept': 'om postkassen er i bruk; lagres ikke',
  'the unit, where the scope names no other attribute': 'enheten, når det ikke er bestemt et annet felt',
  'tells an address of our own that leads to nobody we may read from one outside':
    'skiller en egen adresse som ikke hører til noen vi kan lese, fra en utenfor',
  'the day of the act; the hour is forgotten at once': 'dagen det skjedde; klokkeslettet glemmes straks',
  'a mail sent on behalf of somebody is not their act; not kept':
    'e-post sendt på vegne av en annen er ikke dens handling; lagres ikke',
  'whom the act was toward; kept as pseudonym': 'hvem den gikk til; beholdes som pseudonym',
  'as toRecipients': 'som toRecipients',
  'a draft was never sent; not kept': 'en kladd ble aldri sendt; lagres ikke',
  'meeting mail is not an act; not kept': 'møteinnkallinger teller ikke; lagres ikke',
  'whether usage reports name people; shown on screen': 'om bruksrapporten viser hvem det gjelder; vises på skjermen',
  'who it is about; kept as pseudonym, for people on the positive list only':
    'hvem den gjelder; beholdes som pseudonym, bare for dem på listen over ansatte',
  'who has left is not counted; not kept': 'den som har sluttet, telles ikke; lagres ikke',
  'whether mail was used on the day; kept as one word': 'om e-post ble brukt den dagen; beholdes som ett ord',
  'whether files were used on the day; kept as one word': 'om filer ble brukt den dagen; beholdes som ett ord',
  'as OneDrive': 'som OneDrive',
  'whether Teams was used on the day; kept as one word': 'om Teams ble brukt den dagen; beholdes som ett ord',
  'tells a report of one day from one of more days; not kept':
    'skiller en rapport for én dag fra en for flere; lagres ikke',
  'whether a telephone or tablet was used on the day; kept as one word':
    'om telefon eller nettbrett ble brukt den dagen; beholdes som ett ord',
  'whether something was shared, or done where others work, on the day; kept as one word':
    'om noe ble delt, eller gjort der andre arbeider, den dagen; beholdes som ett ord',
  'the day the report is about; kept as the day': 'dagen rapporten gjelder; beholdes som dag',
  'whether Copilot was used on the day; kept as one word': 'om Copilot ble brukt den dagen; beholdes som ett ord',
  'who works in the unit; forgotten at once for anybody not on the positive list':
    'hvem som arbeider i enheten; glemmes straks for dem som ikke står på listen over ansatte',
  'so that nothing else of the person is sent; not kept': 'for at ikke noe annet skal følge med; lagres ikke',
  'whose unit the person works in; not kept': 'hvem som leder enheten en arbeider i; lagres ikke',
};

/** The reason in the reader's language; undefined where only the connector's English is known. */
export function ownReason(reason: string, language: Language): string | undefined {
  return language === 'en' ? reason : BOKMAAL[reason];
}
