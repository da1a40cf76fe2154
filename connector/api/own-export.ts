import { z } from 'zod';
import { groupsOf, FEWEST_HEADS, toldOfMe } from './about-me.ts';
import { heldAboutMe, type HeldAboutMe } from './about-me-held.ts';
import { ANSWERS_VERSION, DOCUMENT_LANGUAGES, type OwnExportAnswer } from './answers.ts';
import { understood, type Question } from './asked.ts';
import { shownOf } from './bridge-builder.ts';
import type { House } from './house.ts';
import { mustBeAllowedTo } from './may-ask.ts';
import { OWN_EXPORT_WORDS, type OwnExportWords } from './own-export-words.ts';
import { asDocx } from '../documents/as-docx.ts';
import { rowName } from '../documents/row-name.ts';
import { asGiven, heading, list, paragraph, table, type Block, type Draft } from '../documents/document.ts';
import { speechIn, type DocumentSpeech } from '../documents/speech.ts';
import type { BridgeBuilder } from '../privacy/bridge-builder.ts';
import { dayOf } from '../privacy/period.ts';
import type { OwnRows } from '../store/own-rows.ts';

const IN_A_LANGUAGE = z.strictObject({ language: z.enum(DOCUMENT_LANGUAGES) });

/**
 * My data as files: JSON for machines, DOCX for reading. By days as they are held, and as on the page otherwise: others as
 * groups, never as a person.
 */
export function ownExport(house: House): Question {
  return async ({ asker, query }): Promise<OwnExportAnswer> => {
    const { language } = understood(IN_A_LANGUAGE, query);
    mustBeAllowedTo('see and decide about oneself', asker);
    const held = await heldAboutMe(house, asker.identity);
    const speech = speechIn(language);
    const words = OWN_EXPORT_WORDS[language];
    const today = dayOf(house.now());
    const document = JSON.stringify({ fetchedOn: today, ...exported(house, held) }, undefined, 2);
    const docx = await asDocx(ownPage(held, words, speech, today), today);
    return {
      version: ANSWERS_VERSION,
      files: [
        { fileName: `samspill-${words.fileName}.json`, base64: Buffer.from(document).toString('base64') },
        { fileName: `samspill-${words.fileName}.docx`, base64: Buffer.from(docx).toString('base64') },
      ],
    };
  };
}

/** As on the page, and every act, day and service one by one. */
function exported(house: House, held: HeldAboutMe): object {
  const { objects, isProtected, isForgotten, periods, standing } = held;
  return {
    marks: { objection: objects, protected: isProtected, forgotten: isForgotten },
    bridgeBuilder: standing === undefined ? null : shownOf(standing),
    ...toldOfMe(house, held),
    byDay: periods.map((rows) => {
      const groupOf = groupsOf(rows);
      return {
        period: rows.period.id,
        acts: rows.acts.map(({ source, day, kind, toward, acts, minutes }) => {
          return { source, day, kind, toward: groupOf(toward), acts, minutes };
        }),
        daysRead: rows.daysRead,
        usage: rows.usage,
      };
    }),
  };
}

/** The same for reading. */
function ownPage(
  held: HeldAboutMe,
  words: OwnExportWords,
  speech: DocumentSpeech,
  today: OwnRows['period']['from'],
): Draft {
  const { periods, inOffice } = held;
  const marks = [
    ...(held.objects ? [words.marks.objection] : []),
    ...(held.isProtected ? [words.marks.protected] : []),
    ...(held.isForgotten ? [words.marks.forgotten] : []),
  ];
  return {
    title: words.title,
    language: speech.language,
    mark: words.mark,
    page: words.page,
    toFill: '',
    blocks: [
      paragraph(words.lead(speech.day(today))),
      ...list(marks),
      ...(held.standing === undefined ? [] : [paragraph(standingSaid(held.standing, words))]),
      ...(periods.length === 0
        ? [paragraph(words.nothing)]
        : [paragraph(words.others(speech.number(FEWEST_HEADS))), paragraph(words.toward)]),
      ...periods.flatMap((rows) => periodBlocks(rows, words, speech)),
      ...(inOffice.length === 0 ? [] : [heading(words.officeTitle)]),
      ...table(
        words.officeHead,
        inOffice.map(({ what, office, at, text }) => [
          speech.day(dayOf(Date.parse(at))),
          office,
          what,
          asGiven(text ?? ''),
        ]),
      ),
    ],
  };
}

function standingSaid(standing: BridgeBuilder, words: OwnExportWords): string {
  const { name, unit } = shownOf(standing);
  return words.bridgeBuilder(asGiven(name), unit === null ? words.unitToCome : asGiven(unit) || words.noUnit);
}

function periodBlocks(rows: OwnRows, words: OwnExportWords, speech: DocumentSpeech): Block[] {
  const { period, membership, daysRead, usage, competences } = rows;
  const groupOf = groupsOf(rows);
  const placed = membership?.placedBy ?? null;
  return [
    heading(words.period(speech.day(period.from), speech.day(period.to))),
    ...(membership === undefined
      ? []
      : [paragraph(words.unit(asGiven(membership.unit) || words.noUnit, words.standing[membership.standing]))]),
    ...(placed === null ? [] : [paragraph(words.originOn(words.origin[placed.origin], speech.day(placed.on)))]),
    ...(competences.length === 0 ? [] : [paragraph(words.competences(competences.map(asGiven).join(', ')))]),
    heading(words.actsTitle, 3),
    ...(rows.acts.length === 0 ? [] : [paragraph(words.minutes)]),
    ...table(
      words.actsHead,
      rows.acts.map(({ day, kind, toward, acts, minutes }) => [
        speech.day(day),
        words.kinds[kind],
        groupName(groupOf(toward), words, speech),
        speech.number(acts),
        speech.number(Math.round(minutes)),
      ]),
    ),
    heading(words.daysTitle, 3),
    ...table(
      words.daysHead,
      daysRead.map(({ source, days }) => [source, days.map(speech.day).join('; ')]),
    ),
    heading(words.usageTitle, 3),
    ...table(
      words.usageHead,
      usage.map(({ day, apps }) => [speech.day(day), apps.join(', ')]),
    ),
  ];
}

function groupName(
  { of, name }: ReturnType<ReturnType<typeof groupsOf>>,
  words: OwnExportWords,
  speech: DocumentSpeech,
): string {
  if (of === 'inside') return words.inside;
  if (of === 'outside') return words.outside;
  return rowName(name, speech);
}
