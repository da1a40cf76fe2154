/**
 * Bokmål of the reasons which the connector gives, in English, beside each field it reads; keyed by the reason itself.
 * The tab imports this file too, so it may import nothing.
 */
export const reasons: Readonly<Record<string, string>> = {
  'what a pseudonym is made from; stays in memory': 'pseudonymet lages av den; blir bare i minnet',
  'usage reports name people by it; stays in memory': 'bruksrapporten kjenner folk på den; blir bare i minnet',
  'recipients are written as addresses; stays in memory': 'mottakere står som adresser; blir bare i minnet',
  'a person has several addresses; stays in memory': 'en person har flere adresser; blir bare i minnet',
  'a disabled account is nobody at work': 'en stengt konto er ingen på jobb',
  'guests are not read': 'gjester leses ikke',
  'rooms and devices are not people': 'rom og utstyr er ikke personer',
  'tells leaders and elected members by the titles in the scope; not kept':
    'skiller ledere og folkevalgte fra andre, etter titlene som er bestemt; lagres ikke',
  'call queues and auto attendants are not people': 'telefonkøer og automatiske telefonsvarere er ikke personer',
  'tells frontline staff by the licences F1 and F3, rooms and shared devices by theirs, and shared mailboxes by having none; not kept':
    'skiller ut dem i førstelinjen etter lisensene F1 og F3, rom og delt utstyr etter deres, og delte postkasser som ikke har noen; lagres ikke',
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
  'a list is not a person, so an act toward it is not kept; stays in memory':
    'en liste er ikke en person, så det som går til den, telles ikke; blir bare i minnet',
  'a list has several addresses; stays in memory': 'en liste har flere adresser; blir bare i minnet',
  'a draft was never sent; not kept': 'en kladd ble aldri sendt; lagres ikke',
  'meeting mail is not an act; not kept': 'møteinnkallinger teller ikke; lagres ikke',
  'whether usage reports name people; shown on screen': 'om bruksrapporten viser hvem det gjelder; vises på skjermen',
  'the day a count is of; kept as the day': 'dagen tallet gjelder; beholdes som dag',
  'the last day a count is of; kept as the day': 'den siste dagen tallet gjelder; beholdes som dag',
  'how many in the whole organisation used it that day; kept as the number':
    'hvor mange i hele organisasjonen som brukte det den dagen; beholdes som tall',
  'how many in the whole organisation used it in seven days; kept as the number':
    'hvor mange i hele organisasjonen som brukte det på sju dager; beholdes som tall',
  'with the last: how many have a licence for it; kept as the number':
    'sammen med forrige: hvor mange som har lisens; beholdes som tall',
  'tells a report of seven days from one of more; not kept':
    'skiller en rapport for sju dager fra en for flere; lagres ikke',
  'who it is about; kept as pseudonym, for people on the positive list only':
    'hvem den gjelder; beholdes som pseudonym, bare for dem på listen over ansatte',
  'who has left is not counted; not kept': 'den som har sluttet, telles ikke; lagres ikke',
  'whether mail was used on the day; kept as one word': 'om e-post ble brukt den dagen; beholdes som ett ord',
  'whether files were used on the day; kept as one word': 'om filer ble brukt den dagen; beholdes som ett ord',
  'as OneDrive': 'som OneDrive',
  'how late the report is; kept as a number of days': 'hvor sent rapporten kom; beholdes som et antall dager',
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
  'who has the competence; forgotten at once for anybody not on the positive list':
    'hvem som har kompetansen; glemmes straks for dem som ikke står på listen over ansatte',
  'so that nothing else of the person is sent; not kept': 'for at ikke noe annet skal følge med; lagres ikke',
  'whose unit the person works in; not kept': 'hvem som leder enheten en arbeider i; lagres ikke',
  'whose act it was; kept as pseudonym, for people on the positive list only':
    'hvem som sendte den; beholdes som pseudonym, bare for dem på listen over ansatte',
  'tells which lines are one mail; not kept': 'samler linjene som er én e-post; lagres ikke',
  'a mail that reached nobody is not an act, nor is one to a list; not kept':
    'en e-post som ikke kom fram, eller som gikk til en liste, teller ikke; lagres ikke',
  'tells an item that comes twice; not kept': 'kjenner igjen det som kommer to ganger; lagres ikke',
  'the day of the act, and with the end how long; the hour is forgotten at once':
    'dagen det skjedde, og sammen med slutten hvor lenge; klokkeslettet glemmes straks',
  'a time in another zone would give another day; not kept': 'en annen tidssone ville gitt en annen dag; lagres ikke',
  'as start/timeZone': 'som start/timeZone',
  'how long it lasted; kept as minutes shared by those who met':
    'hvor lenge det varte; beholdes som minutter, delt på dem som møttes',
  'a cancelled meeting was not held; not kept': 'et avlyst møte ble ikke holdt; lagres ikke',
  'a whole day is no meeting; not kept': 'en hel dag er ikke et møte; lagres ikke',
  'what is marked as private or confidential is not counted; not kept':
    'det som er merket privat eller fortrolig, telles ikke; lagres ikke',
  'time shown as free, away or elsewhere was not spent together; not kept':
    'tid vist som ledig, borte eller et annet sted ble ikke brukt sammen; lagres ikke',
  'a meeting its owner declined is not their act; not kept':
    'et møte den det gjelder takket nei til, teller ikke; lagres ikke',
  'as organizer': 'som organizer',
  'rooms and equipment are not people; not kept': 'rom og utstyr er ikke personer; lagres ikke',
  'who cannot see the others was in an audience; not kept':
    'den som ikke ser de andre, satt i et publikum; lagres ikke',
  'of meetings held in Teams calls tell who came; kept as one word':
    'om møtet ble holdt i Teams, der samtalene forteller hvem som kom; beholdes som ett ord',
  'as isOnlineMeeting': 'som isOnlineMeeting',
  'tells an item that comes twice, and asks for members who did not come along; not kept':
    'kjenner igjen det som kommer to ganger, og henter medlemmer som ikke fulgte med; lagres ikke',
  'only chats of two, of a group and of a meeting are counted; not kept':
    'bare chat mellom to, i en gruppe og i et møte telles; lagres ikke',
  'who belongs to another organisation is outside; not kept':
    'den som hører til et annet sted, er utenfor; lagres ikke',
  'who came by a link or by telephone is outside; not kept':
    'den som kom via lenke eller telefon, er utenfor; lagres ikke',
  'the day of the act; the hour is forgotten once each hour is counted once':
    'dagen det skjedde; klokkeslettet glemmes når hver time er talt én gang',
  'tells in which chat it was written, and so toward whom; not kept':
    'viser hvilken chat det ble skrevet i, og dermed til hvem; lagres ikke',
  'only what its owner wrote is their act; not kept': 'bare det en selv har skrevet, teller; lagres ikke',
  'what the service says of a chat is not an act; not kept':
    'det tjenesten selv skriver i en chat, teller ikke; lagres ikke',
  'asks for those who took part, and tells an item that comes twice; not kept':
    'henter dem som var med, og kjenner igjen det som kommer to ganger; lagres ikke',
  'the newest account of a call is the one that counts; not kept':
    'det nyeste som er sagt om en samtale, gjelder; lagres ikke',
  'only calls of two and of a group are counted; not kept':
    'bare samtaler mellom to og i en gruppe telles; lagres ikke',
  'whose act it was and toward whom; kept as pseudonym': 'hvem som var med i samtalen; beholdes som pseudonym',
};
