import { gateTable, saidTable } from './decisions.ts';
import { asGiven, blank, callout, heading, list, paragraph, table, type Block, type Draft } from './document.ts';
import { draftOf } from './draft-of.ts';
import type { Facts } from './facts.ts';
import { measureOf, PROMISES, RISKS, type MeasureName } from './risks.ts';
import { listedPeople, oddsOf, purposesList, tablesTable, textWarnings } from './scope-page.ts';
import type { DocumentSpeech } from './speech.ts';
import { fieldsAnnex, sourcesTable } from './told-sources.ts';

/**
 * The assessment of consequences for people (GDPR article 35), as far as the configuration tells: what only people can
 * judge stands as a blank.
 */
export function dpia(facts: Facts, speech: DocumentSpeech): Draft {
  const words = speech.words.dpia;
  return draftOf(facts, speech, words.title(asGiven(facts.scope.organisation)), [
    paragraph(words.lead),
    paragraph(words.always),
    ...description(facts, speech),
    ...necessity(facts, speech),
    heading(words.consultation),
    paragraph(words.consultationText),
    paragraph(words.notice(speech.day(facts.scope.staffNoticeOn))),
    ...gateRecords(facts, speech),
    blank(words.consultationBlank),
    ...risks(speech),
    ...monitoringBan(speech),
    heading(words.residual),
    blank(words.residualBlank),
    heading(words.prior, 3),
    paragraph(words.priorText),
    blank(words.priorBlank),
    heading(words.advice),
    ...advice(facts, speech),
    blank(words.adviceBlank),
    heading(words.decision),
    ...words.decisionBlanks.map(blank),
    ...fieldsAnnex(facts, speech),
  ]);
}

function description(facts: Facts, speech: DocumentSpeech): Block[] {
  const { scope, custody } = facts;
  const { dpia: words, scopePage, terms } = speech.words;
  return [
    heading(words.description),
    ...list(words.flow),
    heading(words.purposes, 3),
    ...purposesList(scope, speech),
    heading(words.law, 3),
    ...(scope.legalBasis === undefined ? [] : [paragraph(asGiven(scope.legalBasis))]),
    paragraph(words.lawPublic),
    blank(words.lawBlank),
    heading(words.people, 3),
    paragraph(listedPeople(scope, speech.words)),
    ...(scope.unitsOut.length === 0 ? [] : [paragraph(scopePage.unitsOut), ...list(scope.unitsOut.map(asGiven))]),
    paragraph(scopePage.protectedContacts),
    heading(words.categories, 3),
    ...sourcesTable(facts, speech),
    ...textWarnings(scope, speech),
    ...(scope.readBack ? [callout(scopePage.readBack)] : []),
    heading(words.kept, 3),
    ...table(words.keptHead, words.keptRows),
    paragraph(scopePage.endsOn(speech.day(scope.endsOn))),
    heading(words.recipients, 3),
    ...table(words.recipientHead, words.recipientRows),
    paragraph(words.keys(terms.custody[custody.kind] ?? custody.kind)),
    ...(custody.weak ? [callout(words.keysWeak)] : []),
    paragraph(words.transfer),
    blank(words.transferBlank),
  ];
}

function gateRecords({ decisions }: Facts, speech: DocumentSpeech): Block[] {
  const { dpia: words } = speech.words;
  const recorded = gateTable(decisions, speech);
  return [paragraph(recorded.length === 0 ? words.nothingRecorded : words.gatesLead), ...recorded];
}

/** Official acts: what was typed is quoted, and who typed it is an office. */
function advice({ decisions }: Facts, speech: DocumentSpeech): Block[] {
  const { dpia: words } = speech.words;
  const said = saidTable(decisions, speech);
  return [paragraph(said.length === 0 ? words.nothingSaid : words.saidLead), ...said];
}

function necessity({ scope }: Facts, speech: DocumentSpeech): Block[] {
  const { dpia: words, scopePage, terms } = speech.words;
  return [
    heading(words.necessity),
    blank(words.necessityBlank),
    heading(words.alternatives, 3),
    ...table(
      words.alternativeHead,
      words.alternativeRows.map((row) => [...row, '…']),
    ),
    heading(words.minimal, 3),
    ...list(words.minimalList),
    paragraph(scopePage.level(terms.levels[scope.level] ?? scope.level)),
    paragraph(oddsOf(scope, speech)),
    ...tablesTable(scope, speech),
    paragraph(scope.structuralTables ? scopePage.structuralOn : scopePage.structuralOff),
    callout(scopePage.structuralRisk),
  ];
}

function risks(speech: DocumentSpeech): Block[] {
  const { dpia: words } = speech.words;
  return [
    heading(words.risks),
    paragraph(words.risksLead),
    ...Object.entries(RISKS).flatMap(([risk, measures], index) => oneRisk(risk, measures, index + 1, speech)),
    heading(words.notHeld, 3),
    ...list(words.notHeldList),
  ];
}

function oneRisk(risk: string, measures: readonly MeasureName[], number: number, { words }: DocumentSpeech): Block[] {
  const [name, text] = words.dpia.riskTexts[risk] ?? [risk, ''];
  return [
    heading(words.dpia.risk(String(number), name), 3),
    paragraph(text),
    ...table(
      [words.dpia.measure, words.dpia.test],
      measures.map((measure) => {
        const { file, test } = measureOf(measure);
        // What a test stands for in each of its cases has no place in a document.
        const name = test.replace(/^%s: /, '');
        return [words.dpia.measures[measure] ?? measure, `\`${file}\`: ${name}`];
      }),
    ),
    paragraph(words.dpia.promises),
    ...list(PROMISES[risk] ?? []),
    blank(words.dpia.riskBlank),
  ];
}

/** E-postforskriften § 2 (2), a chapter of its own: the first question a Norwegian employer has to answer. */
function monitoringBan({ words: { dpia: words } }: DocumentSpeech): Block[] {
  return [
    heading(words.ban),
    paragraph(words.banLead),
    ...table(
      words.banHead,
      words.banRows.map((row) => [...row, '…']),
    ),
    callout(words.banOpen),
    blank(words.banBlank),
  ];
}
