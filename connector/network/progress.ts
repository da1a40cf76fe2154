/** Told, by work that may take longer than a second, how much is done of how much; what it throws ends the work. */
export type Progress = (done: number, of: number) => void;

/** Work that goes through people tells after so many: often enough for a person to wait by, seldom enough to cost nothing. */
export const PEOPLE_A_REPORT = 1_024;
