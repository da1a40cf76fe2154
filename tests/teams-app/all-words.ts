import { accessibilityWords } from '../../teams-app/words/accessibility.ts';
import { adoptionWords } from '../../teams-app/words/adoption-words.ts';
import { bridgeBuilderWords } from '../../teams-app/words/bridge-builder-words.ts';
import { bridgesWords } from '../../teams-app/words/bridges-words.ts';
import { fieldWords } from '../../teams-app/words/field-words.ts';
import { gistWords } from '../../teams-app/words/gists.ts';
import { inTeamsWords } from '../../teams-app/words/in-teams.ts';
import { installWords } from '../../teams-app/words/install-words.ts';
import { journeyWords } from '../../teams-app/words/journey-words.ts';
import { keptFormWords } from '../../teams-app/words/kept-form.ts';
import type { Language } from '../../teams-app/words/language.ts';
import { officeWords } from '../../teams-app/words/office-watch.ts';
import { en as officeEn } from '../../teams-app/words/office/en.ts';
import { nb as officeNb } from '../../teams-app/words/office/nb.ts';
import { nn as officeNn } from '../../teams-app/words/office/nn.ts';
import { pictureWords } from '../../teams-app/words/pictures.ts';
import { speechIn } from '../../teams-app/words/speech.ts';
import { workedFigureWords } from '../../teams-app/words/worked-figure-words.ts';

/** Every catalogue of one language: the frame's, and those that come with one screen alone. */
export function allWords(language: Language): object {
  return {
    ...speechIn(language).words,
    office: { nb: officeNb, nn: officeNn, en: officeEn }[language],
    watch: officeWords(language),
    pictures: pictureWords(language),
    bridges: bridgesWords(language),
    bridgeBuilders: bridgeBuilderWords(language),
    adoption: adoptionWords(language),
    journey: journeyWords(language),
    kept: keptFormWords(language),
    fields: fieldWords(language),
    gists: gistWords(language),
    inTeams: inTeamsWords(language),
    install: installWords(language),
    accessibility: accessibilityWords(language),
    workedFigure: workedFigureWords(language),
  };
}
