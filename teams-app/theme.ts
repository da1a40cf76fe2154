import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';

/** The three looks we draw for. */
export type Look = 'default' | 'dark' | 'contrast';

/**
 * The look for a theme name from the host. `glass` is a light theme with a see-through ground, so it gets the light
 * look on a solid one; a name we do not know gets the light look too, which is legible everywhere.
 */
export function lookOf(theme: string): Look {
  return theme === 'dark' || theme === 'contrast' ? theme : 'default';
}

const type: Partial<Theme> = {
  fontFamilyBase: "'Segoe UI Variable Text', 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif",
};

export function fluentTheme(look: Look): Theme {
  switch (look) {
    case 'dark':
      return { ...teamsDarkTheme, ...type };
    case 'contrast':
      return { ...teamsHighContrastTheme, ...type };
    case 'default':
      return { ...teamsLightTheme, ...type };
  }
}
