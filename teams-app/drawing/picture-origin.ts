import { createContext } from 'react';

/** Whose pictures these are, for the files they are saved as; empty while nobody knows. Set once, by the shell. */
export const PictureOrigin = createContext<string>('');
