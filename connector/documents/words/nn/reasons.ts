/** Why each field is read, in nynorsk. */
export const reasons: Readonly<Record<string, string>> = {
  'what a pseudonym is made from; stays in memory': 'pseudonymet blir laga av han; blir berre i minnet',
  'usage reports name people by it; stays in memory': 'bruksrapporten kjenner folk på han; blir berre i minnet',
  'recipients are written as addresses; stays in memory': 'mottakarar står som adresser; blir berre i minnet',
  'a person has several addresses; stays in memory': 'ein person har fleire adresser; blir berre i minnet',
  'a disabled account is nobody at work': 'ein stengd konto er ingen på jobb',
  'guests are not read': 'gjester blir ikkje lesne',
  'rooms and devices are not people': 'rom og utstyr er ikkje personar',
  'tells leaders and elected members by the titles in the scope; not kept':
    'skil leiarar og folkevalde frå andre, etter titlane som er bestemde; blir ikkje lagra',
  'call queues and auto attendants are not people': 'telefonkøar og automatiske telefonsvararar er ikkje personar',
  'tells frontline staff by the licences F1 and F3, rooms and shared devices by theirs, and shared mailboxes by having none; not kept':
    'skil ut dei i førstelinja etter lisensane F1 og F3, rom og delt utstyr etter deira, og delte postkasser som ikkje har nokon; blir ikkje lagra',
  'with the next: whether there is a mailbox; not kept': 'saman med neste: om det finst ei postkasse; blir ikkje lagra',
  'whether the mailbox is in force; not kept': 'om postkassa er i bruk; blir ikkje lagra',
  'the unit, where the scope names no other attribute': 'eininga, når det ikkje er bestemt eit anna felt',
  'tells an address of our own that leads to nobody we may read from one outside':
    'skil ei eiga adresse som ikkje høyrer til nokon vi kan lese, frå ei utanfor',
  'the day of the act; the hour is forgotten at once': 'dagen det skjedde; klokkeslettet blir gløymt straks',
  'a mail sent on behalf of somebody is not their act; not kept':
    'e-post send på vegne av ein annan er ikkje deira handling; blir ikkje lagra',
  'whom the act was toward; kept as pseudonym': 'kven ho gjekk til; blir teke vare på som pseudonym',
  'as toRecipients': 'som toRecipients',
  'a list is not a person, so an act toward it is not kept; stays in memory':
    'ei liste er ikkje ein person, så det som går til ho, blir ikkje talt; blir berre i minnet',
  'a list has several addresses; stays in memory': 'ei liste har fleire adresser; blir berre i minnet',
  'a draft was never sent; not kept': 'ein kladd vart aldri send; blir ikkje lagra',
  'meeting mail is not an act; not kept': 'møteinnkallingar tel ikkje; blir ikkje lagra',
  'whether usage reports name people; shown on screen': 'om bruksrapporten viser kven det gjeld; blir vist på skjermen',
  'the day a count is of; kept as the day': 'dagen talet gjeld; blir teke vare på som dag',
  'the last day a count is of; kept as the day': 'den siste dagen talet gjeld; blir teke vare på som dag',
  'how many in the whole organisation used it that day; kept as the number':
    'kor mange i heile organisasjonen som brukte det den dagen; blir teke vare på som tal',
  'how many in the whole organisation used it in seven days; kept as the number':
    'kor mange i heile organisasjonen som brukte det på sju dagar; blir teke vare på som tal',
  'with the last: how many have a licence for it; kept as the number':
    'saman med førre: kor mange som har lisens; blir teke vare på som tal',
  'tells a report of seven days from one of more; not kept':
    'skil ein rapport for sju dagar frå ein for fleire; blir ikkje lagra',
  'who it is about; kept as pseudonym, for people on the positive list only':
    'kven han gjeld; blir teke vare på som pseudonym, berre for dei på lista over tilsette',
  'who has left is not counted; not kept': 'den som har slutta, blir ikkje tald; blir ikkje lagra',
  'whether mail was used on the day; kept as one word':
    'om e-post vart brukt den dagen; blir teke vare på som eitt ord',
  'whether files were used on the day; kept as one word':
    'om filer vart brukte den dagen; blir teke vare på som eitt ord',
  'as OneDrive': 'som OneDrive',
  'how late the report is; kept as a number of days': 'kor seint rapporten kom; blir lagra som eit tal på dagar',
  'whether Teams was used on the day; kept as one word':
    'om Teams vart brukt den dagen; blir teke vare på som eitt ord',
  'tells a report of one day from one of more days; not kept':
    'skil ein rapport for éin dag frå ein for fleire; blir ikkje lagra',
  'whether a telephone or tablet was used on the day; kept as one word':
    'om telefon eller nettbrett vart brukt den dagen; blir teke vare på som eitt ord',
  'whether something was shared, or done where others work, on the day; kept as one word':
    'om noko vart delt, eller gjort der andre arbeider, den dagen; blir teke vare på som eitt ord',
  'the day the report is about; kept as the day': 'dagen rapporten gjeld; blir teke vare på som dag',
  'whether Copilot was used on the day; kept as one word':
    'om Copilot vart brukt den dagen; blir teke vare på som eitt ord',
  'who works in the unit; forgotten at once for anybody not on the positive list':
    'kven som arbeider i eininga; blir gløymt straks for dei som ikkje står på lista over tilsette',
  'who has the competence; forgotten at once for anybody not on the positive list':
    'kven som har kompetansen; blir gløymt straks for dei som ikkje står på lista over tilsette',
  'so that nothing else of the person is sent; not kept': 'for at ikkje noko anna skal følgje med; blir ikkje lagra',
  'whose unit the person works in; not kept': 'kven som leier eininga ein arbeider i; blir ikkje lagra',
  'whose act it was; kept as pseudonym, for people on the positive list only':
    'kven som sende han; blir teke vare på som pseudonym, berre for dei på lista over tilsette',
  'tells which lines are one mail; not kept': 'samlar linjene som er éin e-post; blir ikkje lagra',
  'a mail that reached nobody is not an act, nor is one to a list; not kept':
    'ein e-post som ikkje kom fram, eller som gjekk til ei liste, tel ikkje; blir ikkje lagra',
  'tells an item that comes twice; not kept': 'kjenner att det som kjem to gonger; blir ikkje lagra',
  'the day of the act, and with the end how long; the hour is forgotten at once':
    'dagen det skjedde, og saman med slutten kor lenge; klokkeslettet blir gløymt straks',
  'a time in another zone would give another day; not kept':
    'ei anna tidssone ville gitt ein annan dag; blir ikkje lagra',
  'as start/timeZone': 'som start/timeZone',
  'how long it lasted; kept as minutes shared by those who met':
    'kor lenge det varte; blir teke vare på som minutt, delt på dei som møttest',
  'a cancelled meeting was not held; not kept': 'eit avlyst møte vart ikkje halde; blir ikkje lagra',
  'a whole day is no meeting; not kept': 'ein heil dag er ikkje eit møte; blir ikkje lagra',
  'what is marked as private or confidential is not counted; not kept':
    'det som er merkt privat eller fortruleg, blir ikkje talt; blir ikkje lagra',
  'time shown as free, away or elsewhere was not spent together; not kept':
    'tid vist som ledig, borte eller ein annan stad vart ikkje brukt saman; blir ikkje lagra',
  'a meeting its owner declined is not their act; not kept':
    'eit møte som eigaren takka nei til, tel ikkje; blir ikkje lagra',
  'as organizer': 'som organizer',
  'rooms and equipment are not people; not kept': 'rom og utstyr er ikkje personar; blir ikkje lagra',
  'who cannot see the others was in an audience; not kept':
    'den som ikkje ser dei andre, sat i eit publikum; blir ikkje lagra',
  'of meetings held in Teams calls tell who came; kept as one word':
    'om møtet vart halde i Teams, der samtalane fortel kven som kom; blir teke vare på som eitt ord',
  'as isOnlineMeeting': 'som isOnlineMeeting',
  'tells an item that comes twice, and asks for members who did not come along; not kept':
    'kjenner att det som kjem to gonger, og hentar medlemer som ikkje følgde med; blir ikkje lagra',
  'only chats of two, of a group and of a meeting are counted; not kept':
    'berre chat mellom to, i ei gruppe og i eit møte blir tald; blir ikkje lagra',
  'who belongs to another organisation is outside; not kept':
    'den som høyrer til ein annan stad, er utanfor; blir ikkje lagra',
  'who came by a link or by telephone is outside; not kept':
    'den som kom via lenkje eller telefon, er utanfor; blir ikkje lagra',
  'the day of the act; the hour is forgotten once each hour is counted once':
    'dagen det skjedde; klokkeslettet blir gløymt når kvar time er tald éin gong',
  'tells in which chat it was written, and so toward whom; not kept':
    'viser kva chat det vart skrive i, og dermed til kven; blir ikkje lagra',
  'only what its owner wrote is their act; not kept': 'berre det ein sjølv har skrive, tel; blir ikkje lagra',
  'what the service says of a chat is not an act; not kept':
    'det tenesta sjølv skriv i ein chat, tel ikkje; blir ikkje lagra',
  'asks for those who took part, and tells an item that comes twice; not kept':
    'hentar dei som var med, og kjenner att det som kjem to gonger; blir ikkje lagra',
  'the newest account of a call is the one that counts; not kept':
    'det nyeste som er sagt om ein samtale, gjeld; blir ikkje lagra',
  'only calls of two and of a group are counted; not kept':
    'berre samtalar mellom to og i ei gruppe blir talde; blir ikkje lagra',
  'whose act it was and toward whom; kept as pseudonym': 'kven som var med i samtalen; blir teke vare på som pseudonym',
};
