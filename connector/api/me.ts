import { ANSWERS_VERSION, type MeAnswer } from './answers.ts';
import { NOTHING, understood, type Question } from './asked.ts';
import type { House } from './house.ts';
import { screensOf } from './may-ask.ts';

/** What am I allowed to see? Everybody may ask; the answer holds roles and screens, never who it is. */
export function me(house: House): Question {
  return ({ asker, query }): MeAnswer => {
    understood(NOTHING, query);
    const roles = [...asker.roles];
    const { organisation, demo } = house;
    return { version: ANSWERS_VERSION, organisation, demo, roles, screens: screensOf(asker) };
  };
}
